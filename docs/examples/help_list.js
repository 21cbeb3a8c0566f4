// Lists a municipality's entries in a page of your own: help_list.html?site=https://…&municipality=598
const given = new URLSearchParams(location.search);
const list = document.getElementById("help");

async function show(address) {
  const answer = await fetch(address);
  if (!answer.ok) throw new Error((await answer.json()).title);
  const found = await answer.json();
  for (const entry of found.items) {
    const link = document.createElement("a");
    link.href = entry.url;
    link.lang = entry.content_language;
    link.textContent = entry.title;
    const item = document.createElement("li");
    item.append(link, ` – ${entry.summary}`);
    list.append(item);
  }
  if (found.next) await show(found.next);
}

const query = new URLSearchParams({ municipality: given.get("municipality"), lang: "sv" });
show(`${given.get("site")}/api/directory/entries?${query}`).catch((error) => { list.textContent = error; });
