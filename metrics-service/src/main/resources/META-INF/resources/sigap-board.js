// The wallboard: counts ages on, and asks for the figures when there is news of them.
"use strict";

(() => {
  const board = document.getElementById("papan");
  const cut = document.getElementById("putus");
  if (!board) {
    return;
  }
  const UNITS = [["d", 86_400], ["h", 3_600], ["m", 60], ["s", 1]];
  const QUIET_TOO_LONG = 45_000;
  const AGAIN = 15_000;

  let heard = Date.now();
  let skew = 0;

  // The server's time counts.
  function tell() {
    skew = Number(board.querySelector("[data-now]").dataset.now) - Date.now();
  }

  function words(seconds, say) {
    const first = UNITS.findIndex(([, size]) => seconds >= size);
    if (first < 0) {
      return say.s.replace("#", "0");
    }
    const [unit, size] = UNITS[first];
    const whole = say[unit].replace("#", Math.floor(seconds / size));
    const next = UNITS[first + 1];
    const rest = next ? Math.floor((seconds % size) / next[1]) : 0;
    return rest > 0 ? whole + " " + say[next[0]].replace("#", rest) : whole;
  }

  function tick() {
    const say = board.querySelector("[data-now]").dataset;
    for (const age of board.querySelectorAll("[data-since]")) {
      const seconds = Math.max(0, Math.floor((Date.now() + skew - Number(age.dataset.since)) / 1_000));
      age.textContent = words(seconds, say);
    }
    cut.hidden = Date.now() - heard < QUIET_TOO_LONG;
  }

  // Nobody presses a button on a wall: the page is left only when the service answers again, be it with the login.
  async function renew() {
    try {
      const answer = await fetch(location.href, { redirect: "manual", cache: "no-store" });
      if (answer.status < 500 && answer.status !== 429) {
        location.reload();
        return;
      }
    } catch {
      // Not there yet.
    }
    setTimeout(renew, AGAIN);
  }

  function listen() {
    const news = new EventSource(board.dataset.news);
    news.onmessage = (event) => {
      heard = Date.now();
      if (event.data === "baru") {
        htmx.trigger(board, "sigap:news");
      }
    };
    // A login that is over is renewed by the page itself.
    news.onerror = () => {
      if (news.readyState === EventSource.CLOSED) {
        setTimeout(renew, AGAIN);
      }
    };
  }

  board.addEventListener("htmx:afterSwap", () => {
    tell();
    tick();
  });
  tell();
  tick();
  setInterval(tick, 1_000);
  listen();
})();
