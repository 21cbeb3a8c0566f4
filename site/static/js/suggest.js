// Suggestions below the search field: an ARIA combobox with a listbox, where focus stays in the field.
// Without this script, or without an answer, the form is a plain search.
const PAUSE = 120; // milliseconds after the last key
const SHORTEST = 2;

class Suggestions {
  constructor(form) {
    this.form = form;
    this.field = form.querySelector("input[type=search]");
    this.popup = form.querySelector(".suggest");
    this.list = form.querySelector("[role=listbox]");
    this.urgent = form.querySelector(".suggest__urgent");
    this.status = form.querySelector("[role=status]");
    this.options = [];
    this.chosen = -1;
    this.asked = new AbortController();
    for (const [name, value] of [
      ["role", "combobox"],
      ["aria-autocomplete", "list"],
      ["aria-expanded", "false"],
      ["aria-controls", this.list.id],
    ]) this.field.setAttribute(name, value);
    this.field.addEventListener("input", () => this.wait());
    this.field.addEventListener("keydown", (event) => this.press(event));
    form.addEventListener("focusout", (event) => {
      if (!form.contains(event.relatedTarget)) this.close();
    });
    // Pressing must not take the focus out of the field; a finger that scrolls chooses nothing.
    this.list.addEventListener("mousedown", (event) => event.preventDefault());
    this.list.addEventListener("click", (event) => {
      const option = event.target.closest("[role=option]");
      if (option) this.choose(option);
    });
  }

  wait() {
    clearTimeout(this.timer);
    this.asked.abort();
    const text = this.field.value.trim();
    if (text.length < SHORTEST) this.close();
    else this.timer = setTimeout(() => this.ask(text), PAUSE);
  }

  async ask(text) {
    this.asked = new AbortController();
    const query = new URLSearchParams({ q: text });
    try {
      const answer = await fetch(`${this.form.dataset.suggestions}?${query}`, { signal: this.asked.signal });
      if (answer.ok) this.show(await answer.json());
    } catch {
      // Offline, or another letter came: the form searches all the same.
    }
  }

  show({ groups, announcement, urgent }) {
    this.list.replaceChildren(...groups.map((group, number) => this.group(group, number)));
    this.options = [...this.list.querySelectorAll("[role=option]")];
    this.list.hidden = this.options.length === 0;
    this.mark(-1);
    if (this.urgent) this.urgent.hidden = !urgent;
    const warning = urgent && this.urgent ? `${this.urgent.querySelector("p").textContent} ` : "";
    this.status.textContent = warning + announcement;
    this.open(this.options.length > 0 || warning !== "");
  }

  group({ label, options }, number) {
    const group = document.createElement("div");
    const heading = document.createElement("div");
    group.setAttribute("role", "group");
    group.setAttribute("aria-labelledby", `suggestions-${number}`);
    heading.id = `suggestions-${number}`;
    heading.className = "suggest__heading";
    heading.setAttribute("role", "presentation");
    heading.textContent = label;
    group.append(heading, ...options.map((option, place) => this.option(option, `suggestion-${number}-${place}`)));
    return group;
  }

  option({ text, language, url }, id) {
    const option = document.createElement("div");
    option.id = id;
    option.className = "suggest__option";
    option.setAttribute("role", "option");
    option.setAttribute("aria-selected", "false");
    option.lang = language;
    option.textContent = text;
    option.dataset.url = url;
    return option;
  }

  press(event) {
    if (event.isComposing || event.ctrlKey || event.metaKey || this.popup.hidden) return;
    const last = this.options.length - 1;
    if (event.key === "ArrowDown") this.mark(this.chosen < last ? this.chosen + 1 : -1);
    else if (event.key === "ArrowUp") this.mark(this.chosen < 0 ? last : this.chosen - 1);
    else if (event.key === "Enter" && this.chosen >= 0) this.choose(this.options[this.chosen]);
    else if (event.key === "Escape") this.close();
    else {
      // Home and End move in the text, as they do in every field.
      if (event.key === "Home" || event.key === "End") this.mark(-1);
      return;
    }
    event.preventDefault();
  }

  mark(number) {
    this.options[this.chosen]?.setAttribute("aria-selected", "false");
    this.chosen = number;
    const option = this.options[number];
    if (option) {
      option.setAttribute("aria-selected", "true");
      option.scrollIntoView({ block: "nearest" });
      this.field.setAttribute("aria-activedescendant", option.id);
    } else this.field.removeAttribute("aria-activedescendant");
  }

  choose(option) {
    this.close();
    if (option.dataset.url) {
      window.location.assign(option.dataset.url);
      return;
    }
    this.field.value = option.textContent;
    this.form.requestSubmit();
  }

  open(isOpen) {
    this.popup.hidden = !isOpen;
    this.field.setAttribute("aria-expanded", String(isOpen && this.options.length > 0));
  }

  close() {
    clearTimeout(this.timer);
    this.asked.abort();
    this.mark(-1);
    this.status.textContent = "";
    this.open(false);
  }
}

for (const form of document.querySelectorAll("form[data-suggestions]")) new Suggestions(form);
