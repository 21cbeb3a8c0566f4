// Shows each choice at once, and copies the code. Without this the form's own button does.
const form = document.getElementById("choices");
const copy = () => {
  const button = document.getElementById("copy");
  button.hidden = !navigator.clipboard;
  button.addEventListener("click", async () => {
    await navigator.clipboard.writeText(document.getElementById("code").value);
    button.textContent = button.dataset.copied;
  });
};
form.addEventListener("change", async () => {
  const address = `${form.action}?${new URLSearchParams(new FormData(form))}`;
  const page = new DOMParser().parseFromString(await (await fetch(address)).text(), "text/html");
  document.getElementById("result").replaceWith(page.getElementById("result"));
  history.replaceState(null, "", address);
  copy();
});
copy();
