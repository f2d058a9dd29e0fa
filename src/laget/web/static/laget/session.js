// Says, two minutes before, that the log-in runs out, with a button to stay. When it has
// run out, the page goes to the log-in: nobody else reads it, and keep.js has the text.
const bar = document.querySelector("#session");
const BEFORE = 120;
const place = bar.querySelector("[role=alert]");
let ends = Date.now() + Number(bar.dataset.left) * 1000;
let said = "";
let busy = false;
const left = () => Math.round((ends - Date.now()) / 1000);

function say(what) {
  if (said === what) return;
  said = what;
  const text = what && bar.querySelector(`template[data-say=${what}]`);
  place.replaceChildren(...(text ? [text.content.cloneNode(true)] : []));
}

// Another window may have kept the log-in alive: the server knows.
async function ask(method) {
  const byItself = method === "GET" ? { "X-Background": "1" } : {};
  const body = method === "POST" ? new FormData(bar) : undefined;
  const answer = await fetch(bar.action, { method, body, headers: { Accept: "application/json", ...byItself } });
  if (!answer.ok) throw new Error(answer.status);
  const told = await answer.json();
  ends = Date.now() + told.left * 1000;
  return told;
}

function goOut() {
  const here = encodeURIComponent(location.pathname + location.search);
  location.assign(`${bar.dataset.login}?out=1&next=${here}`);
}

async function look() {
  if (busy || left() > BEFORE) return;
  busy = true;
  try {
    const told = await ask("GET");
    if (told.left <= 0) goOut();
    else if (told.left <= BEFORE) say(told.last ? "last" : "soon");
    else say("");
  } catch {
    if (left() <= 0) goOut(); // no network either: still nobody else reads the page
  } finally {
    busy = false;
  }
}

bar.addEventListener("submit", async (event) => {
  event.preventDefault();
  try {
    await ask("POST");
    say("stayed");
    setTimeout(() => said === "stayed" && say(""), 10_000);
  } catch {
    goOut();
  }
});
setInterval(look, 5_000);
document.addEventListener("visibilitychange", () => document.hidden || look());
look();
