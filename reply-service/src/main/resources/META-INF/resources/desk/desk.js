// The desk's own script: clocks, live updates, keys, and text that is saved as it is typed. Everything basic works without.
"use strict";

(() => {
  const desk = document.getElementById("meja");
  if (!desk) {
    return;
  }
  const say = desk.dataset;
  const skew = Number(say.now) - Date.now();
  const byId = (id) => document.getElementById(id);
  const all = (selector, within = document) => [...within.querySelectorAll(selector)];
  const seen = (element) => element.getClientRects().length > 0;

  // Clocks. The server's time counts; seconds are shown only when they matter.

  function span(millis, exact) {
    const seconds = Math.max(0, Math.floor(millis / 1000));
    const minutes = Math.floor(seconds / 60);
    if (exact && minutes < 10) {
      return minutes + ":" + String(seconds % 60).padStart(2, "0");
    }
    if (minutes < 1) {
      return seconds + " " + say.s;
    }
    if (minutes < 60) {
      return minutes + " " + say.m;
    }
    if (minutes < 48 * 60) {
      return Math.floor(minutes / 60) + " " + say.h + " " + (minutes % 60) + " " + say.m;
    }
    return Math.floor(minutes / 1440) + " " + say.d;
  }

  function tick() {
    const now = Date.now() + skew;
    for (const clock of all("[data-due], [data-runs], [data-leaves]")) {
      const { due, since, runs, leaves } = clock.dataset;
      let text;
      if (due) {
        const left = Number(due) - now;
        text = (left < 0 ? say.late : say.left).replace("%", span(Math.abs(left), left > 0));
        clock.classList.toggle("late", left < 0);
        clock.classList.toggle("soon", left >= 0 && left < (Number(due) - Number(since)) / 4);
      } else {
        text = runs ? span(now - Number(runs), true) : span(Number(leaves) - now, true);
      }
      if (clock.textContent !== text) {
        clock.textContent = text;
      }
    }
  }

  // Asking the server for a part of a page. A session that is over is told, and costs no text.

  async function ask(address, options = {}) {
    const headers = { "HX-Request": "true", "X-Requested-With": "JavaScript", ...options.headers };
    const answer = await fetch(address, { credentials: "same-origin", ...options, headers });
    if (answer.status === 499) {
      sessionIsOver();
    }
    return answer;
  }

  function told(words, mood, ...acts) {
    byId("kabar-sendiri")?.remove();
    const notice = document.createElement("div");
    notice.id = "kabar-sendiri";
    notice.className = "notice toast " + mood;
    notice.setAttribute("role", "status");
    notice.append(words, " ");
    for (const [label, act] of acts) {
      const button = document.createElement("button");
      button.type = "button";
      button.className = "plain";
      button.textContent = label;
      button.addEventListener("click", () => {
        notice.remove();
        act();
      });
      notice.append(button);
    }
    byId("isi").prepend(notice);
  }

  function sessionIsOver() {
    told(say.over, "warn", [say.signIn, () => location.reload()]);
  }

  function live(up) {
    const sign = byId("sambungan");
    if (sign) {
      sign.textContent = up ? say.live : say.offline;
      sign.classList.toggle("down", !up);
    }
  }

  // Live updates: hints from the server, and a look by itself now and then, as a hint may be missed.

  const LOOK_AGAIN = 15000;
  let waiting = 0;

  function soon() {
    clearTimeout(waiting);
    waiting = setTimeout(renew, 250);
  }

  async function renew() {
    await Promise.all([renewRows(), renewList(), renewCase()]).catch(() => live(false));
    tick();
  }

  async function renewRows() {
    const rows = byId("baris");
    if (!rows) {
      return;
    }
    const answer = await ask(rows.dataset.rows);
    if (!answer.ok) {
      return;
    }
    const html = await answer.text();
    const focus = document.activeElement;
    const focused = rows.contains(focus) ? focus.id || focus.value : null;
    const chosen = all("input[name=kasus]:checked", rows).map((box) => box.value);
    rows.innerHTML = html;
    htmx.process(rows);
    for (const box of all("input[name=kasus]", rows)) {
      box.checked = chosen.includes(box.value);
      if (focused && box.value === focused) {
        box.focus({ preventScroll: true });
      }
    }
    if (focused) {
      byId(focused)?.focus({ preventScroll: true });
    }
    markRow();
    countChosen();
  }

  // Lists of cards are renewed only while nobody is in them.
  async function renewList() {
    const list = byId("daftar");
    if (!list || !list.dataset.list || list.contains(document.activeElement) || list.querySelector("details[open]")) {
      return;
    }
    const answer = await ask(list.dataset.list);
    if (answer.ok) {
      const page = new DOMParser().parseFromString(await answer.text(), "text/html");
      const other = page.getElementById("daftar");
      if (other && other.innerHTML !== list.innerHTML) {
        list.replaceWith(other);
        const count = document.querySelector("h1 .count");
        if (count) {
          count.textContent = page.querySelector("h1 .count").textContent;
        }
      }
    }
  }

  async function renewCase() {
    const shown = byId("kasus");
    if (!shown || !shown.dataset.id) {
      return;
    }
    const answer = await ask(shown.dataset.here);
    if (!answer.ok || byId("kasus") !== shown) {
      return;
    }
    const page = new DOMParser().parseFromString(await answer.text(), "text/html");
    merge(shown, page.getElementById("kasus"));
  }

  /** Puts in what is new, and leaves alone what somebody is at work on. */
  function merge(shown, fresh) {
    if (!fresh) {
      return;
    }
    shown.toggleAttribute("data-moving", fresh.hasAttribute("data-moving"));
    swapUnlessUsed(shown.querySelector(".case-head"), fresh.querySelector(".case-head"));
    swapUnlessUsed(shown.querySelector(".talk"), fresh.querySelector(".talk"));
    swapUnlessUsed(shown.querySelector(".history"), fresh.querySelector(".history"));
    const answer = shown.querySelector(".answer");
    const other = fresh.querySelector(".answer");
    const text = answer.querySelector("#teks");
    if (text && (document.activeElement === text || text.value !== text.defaultValue)) {
      const before = text.form.dataset.reply;
      const after = other.querySelector("form.draft")?.dataset.reply;
      if (before !== after && !byId("kabar-sendiri")) {
        told(say.changed, "warn", [say.reload, () => location.reload()]);
      }
      return;
    }
    swapUnlessUsed(answer, other);
  }

  function swapUnlessUsed(old, fresh) {
    if (!old || !fresh || old.isEqualNode(fresh)) {
      return;
    }
    const busy = old.contains(document.activeElement) && document.activeElement !== old;
    if (busy || old.querySelector("details[open]:not(.history)")) {
      return;
    }
    const top = old.scrollTop;
    if (old.open) {
      fresh.open = true;
    }
    old.replaceWith(fresh);
    fresh.scrollTop = top;
    htmx.process(fresh);
    prepare(fresh);
  }

  // Who else is here: said by each page that shows the case, again and again while somebody looks at it.

  const STILL_HERE = 15000;

  async function present() {
    const place = byId("hadir");
    if (!place || document.hidden) {
      return;
    }
    const text = byId("teks");
    const typing = text && document.activeElement === text;
    const answer = await ask(place.dataset.here, {
      method: "POST",
      body: new URLSearchParams({ apa: typing ? "typing" : "viewing" }),
    }).catch(() => null);
    if (answer && answer.ok) {
      const html = await answer.text();
      if (place.innerHTML !== html) {
        place.innerHTML = html.trim();
      }
    }
  }

  let source = null;

  /** Whether the page shows what changes by itself; who sees no cases may not listen. */
  function lives() {
    return document.querySelector("#baris, #daftar[data-list], #kasus[data-id]") !== null;
  }

  function listen() {
    if (source || document.hidden || !lives()) {
      return;
    }
    source = new EventSource("/siaran");
    source.onopen = () => live(true);
    source.onerror = () => live(false);
    source.onmessage = (hint) => {
      live(true);
      if (hint.data !== "-") {
        soon();
      }
    };
  }

  // A tab that nobody sees keeps no connection: browsers have few of them.
  document.addEventListener("visibilitychange", () => {
    if (document.hidden) {
      source?.close();
      source = null;
    } else {
      listen();
      soon();
    }
  });

  // Text that is saved as it is typed.

  const TYPING_PAUSE = 700;

  function watch(form) {
    const text = form.querySelector("#teks");
    let version = Number(form.dataset.typed);
    let timer = 0;
    let saving = false;
    const status = form.querySelector("#ketik");
    const save = async () => {
      if (saving) {
        timer = setTimeout(save, TYPING_PAUSE);
        return;
      }
      saving = true;
      status.textContent = say.saving;
      try {
        const answer = await ask(form.dataset.typing, {
          method: "POST",
          body: new URLSearchParams({ teks: text.value, ketikan: String(version) }),
        });
        if (answer.ok) {
          version = (await answer.json()).version;
          status.textContent = say.saved;
          await check(form, text);
        } else if (answer.status === 409) {
          const other = await answer.json();
          version = other.version;
          status.textContent = "";
          told(say.elsewhere, "warn", [say.takeOther, () => {
            text.value = other.text;
            text.focus();
            count(form);
          }], [say.keepThis, () => {
            text.focus();
            save();
          }]);
        } else {
          status.textContent = say.offline;
        }
      } catch {
        status.textContent = say.offline;
        timer = setTimeout(save, 5 * TYPING_PAUSE);
      } finally {
        saving = false;
      }
    };
    text.addEventListener("input", () => {
      count(form);
      clearTimeout(timer);
      timer = setTimeout(save, TYPING_PAUSE);
    });
    form.addEventListener("submit", () => clearTimeout(timer));
    count(form);
  }

  /** The checks look at what is typed, as they would when it is submitted. */
  async function check(form, text) {
    const place = byId("pemeriksaan");
    if (!place || !text.value.trim()) {
      return;
    }
    const answer = await ask(form.dataset.typing.replace("/ketikan", "/periksa"), {
      method: "POST",
      body: new URLSearchParams({ teks: text.value }),
    });
    if (answer.ok) {
      place.innerHTML = await answer.text();
    }
  }

  /** Characters as people count them, against what the channel takes. */
  function count(form) {
    const place = form.querySelector("#hitung");
    const length = [...form.querySelector("#teks").value].length;
    const limit = Number(place.dataset.limit || 0);
    place.textContent = length + (limit ? " / " + limit : "") + " " + place.dataset.word;
    place.classList.toggle("late", limit > 0 && length > limit);
  }

  function prepare(part) {
    for (const form of all("form[data-typing]", part)) {
      if (!form.dataset.watched) {
        form.dataset.watched = "yes";
        watch(form);
      }
    }
    all("[data-mentions]", part).forEach(narrow);
    tick();
  }

  // Naming colleagues in a note: a button writes the name; while one is being typed, those stay that begin so.

  const BEGUN = /(^|[^\p{L}\p{N}@._-])@([\p{L}\p{N}._-]*)$/u;

  function narrow(text) {
    const names = byId(text.dataset.mentions);
    if (names) {
      const begun = BEGUN.exec(text.value.slice(0, text.selectionStart));
      names.hidden = false;
      for (const button of all("[data-mention]", names)) {
        button.hidden = begun !== null && !button.dataset.mention.toLowerCase().startsWith(begun[2].toLowerCase());
      }
    }
  }

  function mention(button) {
    const text = button.form.querySelector("[data-mentions]");
    const before = text.value.slice(0, text.selectionStart);
    const begun = BEGUN.exec(before);
    const from = begun ? text.selectionStart - begun[2].length - 1 : text.selectionStart;
    const space = begun || before === "" || /\s$/.test(before) ? "" : " ";
    text.setRangeText(space + "@" + button.dataset.mention + " ", from, text.selectionEnd, "end");
    text.focus();
    narrow(text);
  }

  document.addEventListener("input", (event) => {
    if (event.target.matches("[data-mentions]")) {
      narrow(event.target);
    }
  });

  document.addEventListener("click", (event) => {
    const button = event.target.closest("[data-mention]");
    if (button) {
      mention(button);
    }
  });

  // Choosing many.

  function countChosen() {
    const boxes = all("input[name=kasus]");
    const chosen = boxes.filter((box) => box.checked).length;
    const told = byId("terpilih");
    if (told) {
      told.hidden = false;
      told.textContent = String(chosen);
    }
    const every = byId("semua");
    if (every) {
      every.closest("label").hidden = false;
      every.checked = chosen > 0 && chosen === boxes.length;
      every.indeterminate = chosen > 0 && chosen < boxes.length;
    }
  }

  document.addEventListener("change", (event) => {
    if (event.target.id === "semua") {
      all("input[name=kasus]").forEach((box) => {
        box.checked = event.target.checked;
      });
    }
    if (event.target.matches("#semua, input[name=kasus]")) {
      countChosen();
    }
  });

  // Cases open beside the queue.

  function markRow() {
    const id = byId("kasus")?.dataset.id;
    for (const link of all(".queue a")) {
      if (id && link.id === "kasus-" + id) {
        link.setAttribute("aria-current", "true");
      } else {
        link.removeAttribute("aria-current");
      }
    }
  }

  document.addEventListener("htmx:configRequest", (event) => {
    event.detail.headers["X-Requested-With"] = "JavaScript";
  });

  // What leads away from cases is a page of its own.
  document.addEventListener("htmx:beforeSwap", (event) => {
    const { xhr } = event.detail;
    if (xhr.status === 499) {
      sessionIsOver();
    } else if (!new URL(xhr.responseURL).pathname.startsWith("/kasus/") || !xhr.response.includes('id="kasus"')) {
      event.detail.shouldSwap = false;
      location.assign(xhr.responseURL);
    }
  });

  document.addEventListener("htmx:responseError", (event) => {
    if (event.detail.xhr.status === 499) {
      sessionIsOver();
    }
  });

  document.addEventListener("htmx:afterSettle", () => {
    const shown = byId("kasus");
    if (!shown || !shown.dataset.id) {
      return;
    }
    document.title = shown.dataset.number + " · Sigap";
    byId("kabar-sendiri")?.remove();
    all("main > .toast").forEach((old) => old.remove());
    byId("isi").classList.replace("at-queue", "at-case");
    if (!shown.contains(document.activeElement)) {
      (shown.querySelector(".notice[autofocus]") || byId("judul-kasus")).focus({ preventScroll: true });
    }
    prepare(shown);
    markRow();
    soon();
    present();
  });

  // Keys. They never fire while somebody types, and can be switched off (WCAG 2.1.4).

  const OFF = "sigap.keys.off";
  const help = byId("bantuan");
  const PREFIX_PAUSE = 1500;
  let prefix = "";
  let prefixTimer = 0;

  function typing(target) {
    return target.matches("textarea, select, [contenteditable], input:not([type=checkbox], [type=radio])");
  }

  function items() {
    return all("[data-item]").filter(seen).map((item) => item.matches("article") ? item : item.querySelector("a"));
  }

  function move(by) {
    const places = items();
    if (places.length === 0) {
      return;
    }
    const at = places.findIndex((place) => place === document.activeElement || place.contains(document.activeElement));
    const open = places.findIndex((place) => place.hasAttribute("aria-current"));
    const from = at >= 0 ? at : open;
    const next = from < 0 ? 0 : Math.min(places.length - 1, Math.max(0, from + by));
    places[next].focus();
    places[next].scrollIntoView({ block: "nearest" });
  }

  /** Where a key looks first: an open list of choices, the card that has the focus, the case, the page. */
  function find(key) {
    const card = document.activeElement.closest("article[data-item]") || items().find((item) => item.matches("article"));
    const places = [card, byId("kasus"), document].filter(Boolean);
    for (const place of places) {
      const found = all("[data-key]", place).find((element) => element.dataset.key === key && (seen(element) || element.closest("nav")));
      if (found) {
        return found;
      }
    }
    return null;
  }

  function act(element) {
    if (element.matches("textarea, input")) {
      element.focus();
      return;
    }
    const field = element.closest("form[role=search]")?.querySelector("input");
    if (field) {
      field.focus();
      field.select();
      return;
    }
    element.click();
    const details = element.closest("details");
    if (element.matches("summary") && details.open) {
      details.querySelector("input:not([type=hidden]), textarea, select")?.focus();
    }
  }

  function key(event) {
    if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || event.isComposing) {
      return;
    }
    if (event.key === "Escape") {
      escape(event);
      return;
    }
    if (localStorage.getItem(OFF) || typing(event.target) || document.querySelector("dialog[open]")) {
      return;
    }
    const picker = document.querySelector("details[data-picker][open]");
    if (picker && event.key.length === 1) {
      const pick = all("[data-pick]", picker).find((choice) => choice.dataset.pick === event.key);
      if (pick) {
        event.preventDefault();
        pick.click();
      }
      return;
    }
    if (handle(prefix ? prefix + " " + event.key : event.key, event)) {
      event.preventDefault();
    }
  }

  function handle(pressed, event) {
    clearTimeout(prefixTimer);
    const wasPrefix = prefix;
    prefix = "";
    if (pressed === "g") {
      prefix = "g";
      prefixTimer = setTimeout(() => {
        prefix = "";
      }, PREFIX_PAUSE);
      return true;
    }
    if (!wasPrefix && (pressed === "j" || pressed === "ArrowDown")) {
      move(1);
      return true;
    }
    if (!wasPrefix && (pressed === "k" || pressed === "ArrowUp")) {
      move(-1);
      return true;
    }
    if (pressed === "x") {
      const box = document.activeElement.closest(".row")?.querySelector("input[type=checkbox]");
      if (box) {
        box.click();
      }
      return Boolean(box);
    }
    // Enter does what the focus is on; only a card has to be told what to open.
    if (pressed === "Enter" && !event.target.matches("article")) {
      return false;
    }
    const found = find(pressed);
    if (found) {
      act(found);
    }
    return Boolean(found);
  }

  function escape(event) {
    const picker = document.querySelector("details[data-picker][open]");
    if (picker) {
      picker.open = false;
      picker.querySelector("summary").focus();
    } else if (typing(event.target)) {
      event.target.blur();
    }
  }

  document.addEventListener("keydown", key);

  // One list of choices at a time, and none once the mouse is elsewhere.
  document.addEventListener("click", (event) => {
    for (const picker of all("details[data-picker][open]")) {
      if (!picker.contains(event.target)) {
        picker.open = false;
      }
    }
  });

  const button = byId("tombol");
  button.hidden = false;
  button.addEventListener("click", () => help.showModal());
  const useKeys = byId("pakai-tombol");
  useKeys.checked = !localStorage.getItem(OFF);
  useKeys.addEventListener("change", () => {
    if (useKeys.checked) {
      localStorage.removeItem(OFF);
    } else {
      localStorage.setItem(OFF, "yes");
    }
  });

  // Good news does not stay in the way, unless somebody is at it.
  const TOAST_STAYS = 15000;
  for (const toast of all(".toast.good")) {
    setTimeout(() => {
      if (!toast.matches(":hover") && !toast.querySelector(":focus")) {
        toast.remove();
      }
    }, TOAST_STAYS);
  }

  // Where the ways to the screens do not fit, the one that is open is seen.
  document.querySelector(".screens [aria-current]")?.scrollIntoView({ block: "nearest", inline: "center" });

  prepare(document);
  markRow();
  countChosen();
  listen();
  present();
  setInterval(present, STILL_HERE);
  document.addEventListener("focusin", (event) => {
    if (event.target.id === "teks") {
      present();
    }
  });
  setInterval(tick, 1000);
  setInterval(() => {
    if (!document.hidden) {
      renew();
    }
  }, LOOK_AGAIN);
  // What is on its way is looked at more often.
  setInterval(() => {
    if (document.querySelector("#kasus[data-moving]")) {
      renew();
    }
  }, 1000);
})();
