// Tells the page around this frame how high its content is, and when a link has led on inside it.
const tell = (event) => parent.postMessage({
  familycentre: Math.ceil(document.documentElement.getBoundingClientRect().height),
  ledOn: event?.type === "pageshow" && document.referrer.startsWith(location.origin),
}, "*");
addEventListener("pageshow", tell);
addEventListener("message", tell);
new ResizeObserver(() => tell()).observe(document.documentElement);
