const DEFAULT_PORT = 8080;
const offset = location.port ? Number(location.port) - DEFAULT_PORT : 0;

for (const link of document.querySelectorAll('a[data-port]')) {
  const url = new URL(link.href);
  url.port = String(Number(link.dataset.port) + offset);
  link.href = url.href;
}

const list = document.getElementById('musicals');

function card({ title, venue, startDate, endDate, posterUrl }) {
  const item = document.createElement('li');
  if (posterUrl) {
    const poster = document.createElement('img');
    poster.src = posterUrl;
    poster.alt = '';
    item.append(poster);
  }
  const heading = document.createElement('strong');
  heading.textContent = title;
  const facts = document.createElement('span');
  facts.textContent = [venue?.name, `${startDate} – ${endDate}`].filter(Boolean).join(' · ');
  item.append(heading, facts);
  return item;
}

async function showMusicals() {
  const response = await fetch('/api/musicals?limit=12');
  if (!response.ok) throw new Error(String(response.status));
  const { items } = await response.json();
  if (items.length === 0) list.firstElementChild.textContent = 'Nothing yet.';
  else list.replaceChildren(...items.map(card));
}

showMusicals().catch(() => {
  list.firstElementChild.textContent = 'The programme cannot be read at the moment.';
});
