// The desk's one script. Everything works without it: it spares a page for each answer, takes files that are dropped,
// and brings what has changed into the page without moving the reader's place on it.

const EVENTS = "/assets/live-reload";
/** Parts of the page that are to be brought up to date once the reader has left them. */
let isBehind = false;

/**
 * Says something in a live region, and says it again where the words are the same.
 * @param {Element | null} region
 * @param {string} words
 */
function say(region, words) {
  if (!region) return;
  region.textContent = "";
  setTimeout(() => {
    region.textContent = words;
  }, 50);
}

/** The page as the server has it now. */
async function pageNow() {
  const answer = await fetch(location.pathname, { headers: { accept: "text/html" } });
  return answer.ok ? new DOMParser().parseFromString(await answer.text(), "text/html") : null;
}

/**
 * Puts what the server has now in the place of every part that has changed, but for one that the reader stands in. True
 * where there was any.
 * @param {Document} fresh
 */
function bringUpToDate(fresh) {
  isBehind = false;
  let isChanged = false;
  for (const part of document.querySelectorAll("[data-live]")) {
    const next = fresh.getElementById(part.id);
    if (!next || next.innerHTML === part.innerHTML) continue;
    isChanged = true;
    if (part.contains(document.activeElement)) isBehind = true;
    else part.replaceChildren(...next.childNodes);
  }
  return isChanged;
}

/** One after the other, so that none tells again what another has told. */
let refreshing = Promise.resolve();
function refresh() {
  refreshing = refreshing.then(refreshOnce, refreshOnce);
  return refreshing;
}

async function refreshOnce() {
  const fresh = await pageNow();
  if (!fresh) return;
  const news = () => document.querySelector("[data-news]")?.textContent ?? "";
  const before = news();
  // Another agenda has other items, which have forms of their own: then the page is not the same page.
  if (itemsOf(document) !== itemsOf(fresh)) {
    location.reload();
    return;
  }
  if (!bringUpToDate(fresh)) return;
  const after = news();
  say(document.getElementById("news"), after !== before ? after : "This page was brought up to date.");
}

/** @param {Document} page */
function itemsOf(page) {
  return [...page.querySelectorAll("section.item > [data-live]")].map(({ id }) => id).join();
}

/**
 * Sends a form, and gives the sentence that answers it.
 * @param {HTMLFormElement} form
 */
async function send(form) {
  const button = form.querySelector("button");
  button?.setAttribute("aria-disabled", "true");
  try {
    const answer = await fetch(form.action, { method: "POST", body: new FormData(form) });
    const page = new DOMParser().parseFromString(await answer.text(), "text/html");
    return page.querySelector("[data-status]")?.textContent ?? "";
  } catch {
    return "The preview's server did not answer. See whether it still runs in its terminal.";
  } finally {
    button?.removeAttribute("aria-disabled");
  }
}

/** @param {HTMLFormElement} form */
async function bringIn(form) {
  const item = form.closest(".item");
  const said = item?.querySelector(".said") ?? null;
  if (!item || form.querySelector("button[aria-disabled]")) return;
  said?.classList.remove("govuk-visually-hidden");
  say(said, "The file is being brought in.");
  const words = await send(form);
  const fresh = await pageNow();
  const id = item.querySelector("[data-live]")?.id ?? "";
  const answers = item.querySelector("[data-answers]");
  const next = fresh?.getElementById(id)?.closest(".item")?.querySelector("[data-answers]");
  // Copied, since every part of the page that has changed is then brought up to date from the same answer.
  if (answers && next) answers.replaceChildren(...[...next.childNodes].map((node) => node.cloneNode(true)));
  if (fresh) bringUpToDate(fresh);
  // The answer shows the same words: then they are for those alone who do not see it.
  const isShown = words !== "" && (answers?.textContent ?? "").includes(words);
  said?.classList.toggle("govuk-visually-hidden", isShown);
  say(said, words);
  // The button that was pressed may be gone with the answer before: the reader goes on from the new one.
  if (document.activeElement === document.body) {
    const heading = answers?.querySelector("[data-answer]");
    if (heading instanceof HTMLElement) heading.focus();
  }
}

document.addEventListener("submit", (event) => {
  const form = event.target;
  if (!(form instanceof HTMLFormElement)) return;
  if (form.matches(".item [data-import]")) {
    event.preventDefault();
    void bringIn(form);
  } else if (form.matches("[data-pack]")) {
    event.preventDefault();
    say(document.getElementById("news"), "The draft pack is asked for.");
    void send(form).then((words) => (words ? say(document.getElementById("news"), words) : refresh()));
  }
});

document.addEventListener("focusout", () => {
  if (isBehind) setTimeout(() => void refresh(), 0);
});

/**
 * Shows the fields that go with the file that is chosen: those of a Word file where none is.
 * @param {HTMLFormElement} form
 */
function showFields(form) {
  const file = form.querySelector('input[type="file"]');
  const isPdf = file instanceof HTMLInputElement && /\.pdf$/i.test(file.files?.[0]?.name ?? "");
  for (const part of form.querySelectorAll("[data-for]"))
    part.toggleAttribute("hidden", part.getAttribute("data-for") !== (isPdf ? "pdf" : "word"));
}

for (const form of document.querySelectorAll(".bring > form")) if (form instanceof HTMLFormElement) showFields(form);
document.addEventListener("change", (event) => {
  const { target } = event;
  if (target instanceof HTMLInputElement && target.type === "file" && target.form) showFields(target.form);
});

for (const words of document.querySelectorAll("[data-drop]")) words.removeAttribute("hidden");
/** @param {DragEvent} event */
function dropped(event) {
  if (!event.dataTransfer?.types.includes("Files")) return;
  // A file that misses its place must not take the place of the page.
  event.preventDefault();
  const target = event.target instanceof Element ? event.target.closest(".item") : null;
  for (const item of document.querySelectorAll(".item.over")) item.classList.remove("over");
  const form = target?.querySelector(".bring > form");
  if (!target || !(form instanceof HTMLFormElement)) return;
  if (event.type === "dragover") {
    target.classList.add("over");
    return;
  }
  const input = form.querySelector('input[type="file"]');
  if (!(input instanceof HTMLInputElement) || event.type !== "drop") return;
  target.querySelector(".bring")?.setAttribute("open", "");
  const said = target.querySelector(".said");
  said?.classList.remove("govuk-visually-hidden");
  const { files } = event.dataTransfer;
  if (files.length > 1) {
    say(said, "Drop one file at a time. None was chosen.");
    return;
  }
  input.files = files;
  showFields(form);
  // What it is to be called is asked before anything is done with it.
  const field = form.querySelector('[data-for]:not([hidden]) input[type="text"]');
  if (field instanceof HTMLElement) field.focus();
  say(said, `${files[0]?.name ?? "The file"} is chosen. Press “Bring it in” when the fields are as you want them.`);
}
for (const type of /** @type {const} */ (["dragover", "dragleave", "drop"])) document.addEventListener(type, dropped);

const server = new EventSource(EVENTS);
server.onmessage = () => void refresh();
server.addEventListener("desk", () => void refresh());
