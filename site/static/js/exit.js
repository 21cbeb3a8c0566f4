// Leaves the page without keeping it as the one to go back to: by the button, or Escape three times.
const exit = document.getElementById("quick-exit");
let presses = 0;
let last = 0;

function leave(event) {
  event.preventDefault();
  document.body.hidden = true;
  window.location.replace(exit.href);
}

exit.addEventListener("click", leave);
document.addEventListener("keydown", (event) => {
  if (event.key !== "Escape") return;
  presses = event.timeStamp - last < 1500 ? presses + 1 : 1;
  last = event.timeStamp;
  if (presses === 3) leave(event);
});
