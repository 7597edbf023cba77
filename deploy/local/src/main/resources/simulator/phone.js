'use strict';
(() => {
  const TEXTS = {
    id: {
      skip: 'Langsung menulis pesan', title: 'Ponsel warga', subtitle: 'Simulator kanal Sigap', who: 'Siapa menulis ke mana',
      account: 'Tujuan', name: 'Nama Anda', recent: 'Percakapan terbaru', noRecent: 'Belum ada percakapan di akun ini.',
      note: 'Halaman ini hanya ada di komputer Anda. Pesan yang ditulis di sini dikirim ke Sigap seperti dari kanal aslinya.',
      offline: 'Sambungan terputus, mencoba lagi…', welcome: 'Belum ada pesan. Tulis sesuatu, atau mulai dari contoh:',
      words: 'Pesan', placeholder: 'Tulis pesan…', send: 'Kirim', editing: 'Mengubah pesan', cancel: 'Batal',
      edit: 'Ubah', withdraw: 'Tarik', again: 'Kirim lagi', edited: 'diubah', withdrawn: 'Pesan ini Anda tarik',
      sending: 'sedang dikirim', sent: 'sudah diterima', failed: 'belum terkirim', me: 'Anda',
      refused: 'Instansi belum menerima pesan ini.', today: 'Hari ini', yesterday: 'Kemarin',
      track: 'Lihat jawaban di halaman pelacakan', whatsapp: 'WhatsApp', telegram: 'Telegram', web: 'Formulir web',
      number: 'Nomor Anda: ', chatId: 'ID Telegram Anda: ', form: 'Jawaban muncul di halaman pelacakan.',
      unreachable: 'Simulator tidak menjawab. Apakah masih berjalan?', needName: 'Isi nama Anda dulu.',
      other: 'EN, switch to English', button: 'EN',
    },
    en: {
      skip: 'Go straight to writing', title: 'A citizen’s phone', subtitle: 'Sigap channel simulator', who: 'Who writes to whom',
      account: 'To', name: 'Your name', recent: 'Recent conversations', noRecent: 'No conversation on this account yet.',
      note: 'This page exists on your computer only. What you write here goes to Sigap as if from the real channel.',
      offline: 'Connection lost, trying again…', welcome: 'No messages yet. Write something, or start from an example:',
      words: 'Message', placeholder: 'Write a message…', send: 'Send', editing: 'Editing a message', cancel: 'Cancel',
      edit: 'Edit', withdraw: 'Withdraw', again: 'Send again', edited: 'edited', withdrawn: 'You withdrew this message',
      sending: 'on its way', sent: 'received', failed: 'not sent yet', me: 'You',
      refused: 'The agency has not taken this message.', today: 'Today', yesterday: 'Yesterday',
      track: 'See the answer on the tracking page', whatsapp: 'WhatsApp', telegram: 'Telegram', web: 'Web form',
      number: 'Your number: ', chatId: 'Your Telegram id: ', form: 'The answer appears on the tracking page.',
      unreachable: 'The simulator does not answer. Is it still running?', needName: 'Fill in your name first.',
      other: 'ID, ganti ke bahasa Indonesia', button: 'ID',
    },
  };
  // What people write stays Indonesian: that is what Sigap reads.
  const SAMPLES = {
    'kemenhub-contoh': [
      'KRL jurusan Bogor telat 40 menit tanpa pengumuman. Ada apa?',
      'Min, refund tiket kereta saya sudah 2 minggu kok belum masuk ya?',
      'Terima kasih petugas Stasiun Manggarai, dompet saya ketemu!',
    ],
    'kemenkes-contoh': [
      'IGD RSUD penuh, ibu saya sudah nunggu 5 jam belum ditangani',
      'Bagaimana cara pindah faskes BPJS kalau pindah kota?',
      'Perawat di Puskesmas Sukamaju ramah sekali, terima kasih ya',
    ],
  };
  const byId = (id) => document.getElementById(id);
  const page = {};
  for (const id of ['account', 'name', 'identity', 'recent', 'no-recent', 'avatar', 'chat-title', 'chat-agency', 'chip', 'offline',
    'wall', 'welcome', 'samples', 'chat', 'composer', 'error', 'editing', 'stop-editing', 'words', 'send', 'language', 'fold', 'choice']) {
    page[id] = byId(id);
  }
  const memory = load();
  let accounts = [];
  let stream = null;
  let shown = new Map();
  let editing = null;
  let unread = 0;

  function load() {
    const usual = { lang: 'id', account: '', name: 'Siti Rahma', citizens: {} };
    try {
      return { ...usual, ...JSON.parse(localStorage.getItem('sigap-phone') || '{}') };
    } catch {
      return usual;
    }
  }
  function save() {
    try {
      localStorage.setItem('sigap-phone', JSON.stringify(memory));
    } catch {
      // A browser that stores nothing still works until it is closed.
    }
  }
  const t = (key) => TEXTS[memory.lang][key];
  const account = () => accounts.find((one) => one.account === memory.account) || accounts[0];

  /** The same name is always the same citizen, on every channel in that channel's own way. */
  function citizen() {
    const channel = account().channel;
    const name = memory.name.trim();
    const known = memory.citizens[memory.account + '|' + name];
    if (known) {
      return known;
    }
    let hash = 2166136261;
    for (const char of name.toLowerCase()) {
      hash = Math.imul(hash ^ char.codePointAt(0), 16777619) >>> 0;
    }
    if (channel === 'whatsapp') {
      return '62812' + String(hash % 100000000).padStart(8, '0');
    }
    return channel === 'telegram' ? String(500000000 + (hash % 400000000)) : name;
  }

  function element(tag, classes, text) {
    const made = document.createElement(tag);
    if (classes) {
      made.className = classes;
    }
    if (text !== undefined) {
      made.textContent = text;
    }
    return made;
  }
  function button(label, act) {
    const made = element('button', '', label);
    made.type = 'button';
    made.addEventListener('click', act);
    return made;
  }
  const locale = () => (memory.lang === 'id' ? 'id-ID' : 'en-GB');
  const clock = (at) => new Intl.DateTimeFormat(locale(), { hour: '2-digit', minute: '2-digit' }).format(new Date(at));
  function day(at) {
    const then = new Date(at);
    const apart = Math.round((new Date().setHours(0, 0, 0, 0) - new Date(at).setHours(0, 0, 0, 0)) / 86400000);
    if (apart === 0) {
      return t('today');
    }
    return apart === 1 ? t('yesterday') : new Intl.DateTimeFormat(locale(), { day: 'numeric', month: 'long', year: 'numeric' }).format(then);
  }

  function translate() {
    document.documentElement.lang = memory.lang;
    for (const one of document.querySelectorAll('[data-t]')) {
      one.textContent = t(one.dataset.t);
    }
    page.language.textContent = t('button');
    page.language.setAttribute('aria-label', t('other'));
    page.language.lang = memory.lang === 'id' ? 'en' : 'id';
    page.words.placeholder = t('placeholder');
    page.send.setAttribute('aria-label', t('send'));
    title();
  }
  function title() {
    document.title = (unread ? '(' + unread + ') ' : '') + t('title') + ' · Sigap';
  }

  function showAccounts() {
    page.account.replaceChildren();
    const groups = new Map();
    for (const one of accounts) {
      if (!groups.has(one.agency)) {
        const group = element('optgroup');
        group.label = one.agencyName;
        groups.set(one.agency, group);
        page.account.append(group);
      }
      const option = element('option', '', one.name);
      option.value = one.account;
      groups.get(one.agency).append(option);
    }
    page.account.value = account().account;
  }

  function showChoice() {
    const to = account();
    document.body.dataset.channel = to.channel;
    page['chat-title'].textContent = to.name;
    page['chat-agency'].textContent = to.agencyName;
    page.chip.textContent = t(to.channel) || to.channel;
    page.chip.hidden = to.name.includes(page.chip.textContent);
    page.avatar.textContent = to.agencyName.split(/\s+/).slice(0, 2).map((word) => word[0]).join('').toUpperCase();
    const hints = { whatsapp: t('number') + '+' + citizen(), telegram: t('chatId') + citizen(), web: t('form') };
    page.identity.textContent = hints[to.channel] || citizen();
    page.samples.replaceChildren(...(SAMPLES[to.agency] || SAMPLES['kemenhub-contoh']).map((words) => {
      const sample = button(words, () => {
        page.words.value = words;
        grow();
        page.words.focus();
      });
      sample.lang = 'id';
      return sample;
    }));
  }

  function open() {
    stopEditing();
    if (stream) {
      stream.close();
    }
    shown = new Map();
    page.chat.replaceChildren();
    page.welcome.hidden = false;
    showChoice();
    save();
    if (!memory.name.trim()) {
      return;
    }
    let live = false;
    stream = new EventSource('/sim/chat?account=' + encodeURIComponent(account().account) + '&with=' + encodeURIComponent(citizen()));
    stream.addEventListener('open', () => { page.offline.hidden = true; });
    stream.addEventListener('ready', () => { live = true; bottom(); });
    stream.addEventListener('error', () => { page.offline.hidden = false; live = false; });
    stream.addEventListener('message', (event) => put(JSON.parse(event.data), live));
    refreshRecent();
  }

  function put(item, live) {
    const before = shown.get(item.id);
    const low = page.wall.scrollHeight - page.wall.scrollTop - page.wall.clientHeight < 120;
    const bubble = draw(item);
    page.welcome.hidden = true;
    if (before) {
      before.bubble.replaceWith(bubble);
    } else {
      if (live) {
        bubble.classList.add('fresh');
      }
      const later = [...shown.values()].filter((other) => other.item.at > item.at).sort((a, b) => (a.item.at < b.item.at ? -1 : 1))[0];
      page.chat.insertBefore(bubble, later ? later.bubble : null);
      if (live && !item.mine && document.hidden) {
        unread += 1;
        title();
      }
    }
    shown.set(item.id, { item, bubble });
    days();
    if (low || (live && item.mine && !before)) {
      bottom();
    }
    if (live) {
      refreshRecent();
    }
  }

  function draw(item) {
    const bubble = element('li', 'bubble ' + (item.mine ? 'mine' : 'theirs'));
    if (item.state === 'withdrawn') {
      bubble.classList.add('withdrawn');
    }
    bubble.append(element('span', 'hidden', (item.mine ? t('me') : account().name) + ': '));
    const text = element('div', 'text', item.state === 'withdrawn' ? t('withdrawn') : item.text);
    text.dir = 'auto';
    bubble.append(text);
    if (item.link) {
      const link = element('a', 'link', t('track'));
      link.href = new URL(item.link, location.href).href;
      link.target = '_blank';
      link.rel = 'noopener noreferrer';
      if (/^https?:/.test(link.href)) {
        bubble.append(link);
      }
    }
    bubble.append(meta(item));
    if (item.state === 'failed') {
      bubble.classList.add('broken');
      bubble.append(element('p', 'failure', t('refused')));
    }
    const acts = actions(item);
    if (acts.length) {
      const row = element('div', 'acts');
      row.append(...acts);
      bubble.append(row);
    }
    return bubble;
  }
  function meta(item) {
    const line = element('div', 'meta');
    if (item.edited && item.state !== 'withdrawn') {
      line.append(element('span', '', t('edited')));
    }
    const time = element('time', '', clock(item.at));
    time.dateTime = item.at;
    line.append(time);
    const marks = { sending: '◷', sent: '✓✓', failed: '!' };
    if (item.mine && marks[item.state]) {
      const ticks = element('span', 'ticks ' + item.state, marks[item.state]);
      ticks.setAttribute('aria-hidden', 'true');
      line.append(ticks, element('span', 'hidden', t(item.state)));
      ticks.title = t(item.state);
    }
    return line;
  }
  function actions(item) {
    const channel = account().channel;
    if (!item.mine) {
      return [];
    }
    if (item.state === 'failed') {
      return [button(t('again'), () => send({ text: item.text, messageId: item.id }))];
    }
    if (item.state !== 'sent' || channel === 'web') {
      return [];
    }
    const acts = [button(t('edit'), () => startEditing(item))];
    if (channel === 'whatsapp') {
      acts.push(button(t('withdraw'), () => send({ withdraws: item.id })));
    }
    return acts;
  }
  function days() {
    for (const old of page.chat.querySelectorAll('.day')) {
      old.remove();
    }
    let last = '';
    for (const { item, bubble } of [...shown.values()].sort((a, b) => (a.item.at < b.item.at ? -1 : 1))) {
      const now = day(item.at);
      if (now !== last) {
        page.chat.insertBefore(element('li', 'day', now), bubble);
        last = now;
      }
    }
  }
  function bottom() {
    page.wall.scrollTop = page.wall.scrollHeight;
  }

  async function send(message) {
    page.error.hidden = true;
    const to = account();
    const body = { from: citizen(), name: memory.name.trim(), ...message };
    try {
      const answer = await fetch('/sim/' + to.channel + '/' + to.account + '/messages', {
        method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body),
      });
      const problem = (answer.headers.get('content-type') || '').startsWith('application/problem');
      // What ingest refused is told at its bubble; only what was not delivered at all is told here.
      if (problem && answer.status < 500) {
        complain((await answer.json()).detail, message);
      }
    } catch {
      complain(t('unreachable'), message);
    }
  }
  function complain(sentence, message) {
    page.error.textContent = sentence;
    page.error.hidden = false;
    if (message.text && !page.words.value) {
      page.words.value = message.text;
      grow();
    }
  }
  function submit() {
    const text = page.words.value.trim();
    if (!memory.name.trim()) {
      complain(t('needName'), {});
      page.fold.open = true;
      page.name.focus();
      return;
    }
    if (!text) {
      return;
    }
    const message = editing ? { text, edits: editing } : { text };
    page.words.value = '';
    stopEditing();
    grow();
    send(message);
  }
  function startEditing(item) {
    editing = item.id;
    page.editing.hidden = false;
    page.words.value = item.text;
    grow();
    page.words.focus();
  }
  function stopEditing() {
    editing = null;
    page.editing.hidden = true;
    page.error.hidden = true;
  }
  function grow() {
    page.words.style.height = 'auto';
    page.words.style.height = Math.min(page.words.scrollHeight + 2, 150) + 'px';
  }

  async function refreshRecent() {
    try {
      const answer = await fetch('/sim/chats?account=' + encodeURIComponent(account().account));
      const { chats } = await answer.json();
      page['no-recent'].hidden = chats.length > 0;
      const focused = document.activeElement && document.activeElement.dataset.with;
      page.recent.replaceChildren(...chats.slice(0, 12).map((chat) => {
        const entry = button('', () => pick(chat));
        entry.dataset.with = chat.with;
        entry.setAttribute('aria-current', String(chat.with === citizen()));
        const last = (chat.last.mine ? '' : '↩ ') + (chat.last.state === 'withdrawn' ? t('withdrawn') : chat.last.text);
        entry.append(element('span', 'person', chat.name), element('span', 'when', clock(chat.last.at)), element('span', 'last', last));
        const row = element('li');
        row.append(entry);
        return row;
      }));
      if (focused) {
        const same = page.recent.querySelector('[data-with="' + CSS.escape(focused) + '"]');
        if (same) {
          same.focus();
        }
      }
    } catch {
      // The stream tells about a lost connection.
    }
  }
  function pick(chat) {
    memory.name = chat.name;
    memory.citizens[memory.account + '|' + chat.name.trim()] = chat.with;
    page.name.value = chat.name;
    if (window.matchMedia('(max-width: 760px)').matches) {
      page.fold.open = false;
    }
    open();
  }

  page.account.addEventListener('change', () => { memory.account = page.account.value; open(); });
  page.name.addEventListener('change', () => { memory.name = page.name.value; open(); });
  page.choice.addEventListener('submit', (event) => { event.preventDefault(); page.words.focus(); });
  page.composer.addEventListener('submit', (event) => { event.preventDefault(); submit(); });
  page['stop-editing'].addEventListener('click', () => { page.words.value = ''; stopEditing(); grow(); page.words.focus(); });
  page.words.addEventListener('input', grow);
  page.words.addEventListener('keydown', (event) => {
    if (event.key === 'Enter' && !event.shiftKey && !event.isComposing) {
      event.preventDefault();
      submit();
    } else if (event.key === 'Escape' && editing) {
      page.words.value = '';
      stopEditing();
      grow();
    }
  });
  page.language.addEventListener('click', () => {
    memory.lang = memory.lang === 'id' ? 'en' : 'id';
    translate();
    showAccounts();
    open();
  });
  document.addEventListener('visibilitychange', () => {
    if (!document.hidden) {
      unread = 0;
      title();
      refreshRecent();
    }
  });
  setInterval(() => { if (!document.hidden) { refreshRecent(); } }, 5000);

  async function begin() {
    page.name.value = memory.name;
    translate();
    page.fold.open = window.matchMedia('(min-width: 761px)').matches;
    try {
      accounts = (await (await fetch('/sim/accounts')).json()).accounts;
    } catch {
      complain(t('unreachable'), {});
      setTimeout(begin, 3000);
      return;
    }
    const asked = new URLSearchParams(location.search).get('account');
    const askedName = new URLSearchParams(location.search).get('name');
    if (askedName) {
      memory.name = askedName;
      page.name.value = askedName;
    }
    memory.account = [asked, memory.account].find((id) => accounts.some((one) => one.account === id)) || accounts[0].account;
    page.error.hidden = true;
    showAccounts();
    open();
  }
  begin();
})();
