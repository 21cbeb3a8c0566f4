// "Near me": asks the browser where the visitor is, only when the button is pressed, and shows the
// nearest first. The position is rounded to about a hundred metres and kept in the address alone.
const DECIMALS = 3;
const MOST_SECONDS = 10;

function put(form, name, value) {
  const field = form.elements[name] ?? Object.assign(document.createElement("input"), { type: "hidden", name });
  field.value = value.toFixed(DECIMALS);
  form.append(field);
}

function offer(group) {
  const button = group.querySelector("button");
  const places = group.querySelector("select");
  const said = group.querySelector("[role=status]");

  function show({ coords }) {
    button.disabled = false;
    places.value = "";
    put(places.form, "lat", coords.latitude);
    put(places.form, "lon", coords.longitude);
    places.form.requestSubmit();
  }

  function apologise() {
    button.disabled = false;
    said.textContent = said.dataset.denied;
    places.focus();
  }

  button.hidden = false;
  button.addEventListener("click", () => {
    button.disabled = true;
    said.textContent = "";
    navigator.geolocation.getCurrentPosition(show, apologise, { timeout: MOST_SECONDS * 1000 });
  });
}

for (const group of document.querySelectorAll("[data-near]")) {
  if (navigator.geolocation) offer(group);
  // What is left empty needs no place in the address.
  group.closest("form").addEventListener("formdata", ({ formData }) => {
    for (const [name, value] of [...formData]) if (value === "") formData.delete(name);
  });
}
