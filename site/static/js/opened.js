// Tells the site once that a result was opened, so that searches that lead nowhere can be mended.
// Nothing but the words that were searched for is sent.
const results = document.querySelector("[data-opened]");
const words = new URLSearchParams(window.location.search).get("q");
let isTold = false;

function tell(event) {
  if (isTold || !event.target.closest(".cards a")) return;
  isTold = true;
  navigator.sendBeacon(results.dataset.opened, new URLSearchParams({ q: words }));
}

results.addEventListener("click", tell);
results.addEventListener("auxclick", tell);
