// Gives each list of the family centre on this page the height of its content.
(() => {
  const { origin } = new URL(document.currentScript.src);
  const frames = () => [...document.querySelectorAll("iframe")].filter(({ src }) => src.startsWith(`${origin}/`));
  addEventListener("message", ({ data, source, origin: sender }) => {
    const frame = frames().find(({ contentWindow }) => contentWindow === source);
    if (!frame || sender !== origin || !(data?.familycentre > 0)) return;
    Object.assign(frame.style, { border: "0", height: `${Math.min(data.familycentre, 30000)}px` });
    if (data.ledOn && frame.getBoundingClientRect().top < 0) frame.scrollIntoView();
  });
  for (const { contentWindow } of frames()) contentWindow.postMessage("height", "*");
})();
