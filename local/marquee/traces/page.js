/** The part of a function's name that says its context, where that is not the context's own name. */
const CONTEXTS = {
  reservations: 'reservation',
  payment: 'reservation',
  cancellation: 'reservation',
  timeline: 'reservation',
  holds: 'musical',
  musicals: 'musical',
  performances: 'musical',
  seats: 'musical',
  sales: 'musical',
  notifications: 'notification',
  health: 'operations',
  openapi: 'operations',
  deadletters: 'operations',
};

const COLUMNS = ['customer', 'reservation', 'musical', 'notification', 'payment provider', 'operations'];
const COLUMN_WIDTH = 190;
const FIRST_COLUMN_X = 80;
const ROW_HEIGHT = 26;

const colourOf = (context) => `var(--${context.replace(' ', '-')}, var(--operations))`;
const milliseconds = (count) => `${count.toFixed(count < 10 ? 1 : 0)} ms`;

function make(tag, fields = {}, ...children) {
  const element = Object.assign(document.createElement(tag), fields);
  element.append(...children);
  return element;
}

function draw(tag, attributes, text = '') {
  const element = document.createElementNS('http://www.w3.org/2000/svg', tag);
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  element.textContent = text;
  return element;
}

/** The context that a span belongs to, by its function or by who published the event. */
function contextOf({ attributes }) {
  if (attributes.source) return attributes.source.split('/').at(-1);
  const first = String(attributes.function ?? '').split('-')[0];
  return CONTEXTS[first] ?? (first || 'reservation');
}

async function showList(reservationId) {
  const response = await fetch(`/traces?reservationId=${encodeURIComponent(reservationId)}`);
  const { traces } = await response.json();
  const heads = ['at', 'began with', 'reservation', 'spans', 'took'].map((textContent) =>
    make('th', { textContent, scope: 'col' }),
  );
  document
    .querySelector('#list')
    .replaceChildren(make('table', {}, make('tr', {}, ...heads), ...traces.map(listRow)));
  const biggest = traces.toSorted((a, b) => b.spans.length - a.spans.length)[0];
  if (biggest) showTrace(biggest);
}

function listRow(trace) {
  const { startMs, endMs, name, reservationId = '', spans } = trace;
  const opener = make('button', { textContent: name, onclick: () => showTrace(trace) });
  const cells = [
    new Date(startMs).toLocaleTimeString(),
    opener,
    reservationId,
    String(spans.length),
    milliseconds(endMs - startMs),
  ];
  return make('tr', {}, ...cells.map((cell) => make('td', {}, cell)));
}

function showTrace(trace) {
  const of = trace.reservationId ? ` of ${trace.reservationId}` : '';
  document
    .querySelector('#trace')
    .replaceChildren(
      make('h2', { textContent: `The saga${of}` }),
      saga(trace.spans),
      make('h2', { textContent: `Trace ${trace.traceId}` }),
      waterfall(trace),
    );
}

/** Every span below the one that caused it, with its time from left to right. */
function waterfall({ spans, startMs, endMs }) {
  const inside = spansByParent(spans);
  const totalMs = Math.max(1, endMs - startMs);
  const rowsBelow = (parentId, depth, inherited) =>
    (inside.get(parentId) ?? []).flatMap((span) => {
      const context = namesContext(span) ? contextOf(span) : (inherited ?? contextOf(span));
      const bar = timeBar(span, { startMs, totalMs, context });
      return [spanRow(span, depth, bar), ...rowsBelow(span.spanId, depth + 1, context)];
    });
  return make('div', {}, ...rowsBelow('', 0, undefined));
}

/** What a trace of another process caused stands at the top, below the empty id. */
function spansByParent(spans) {
  const known = new Set(spans.map(({ spanId }) => spanId));
  return Map.groupBy(spans, ({ parentSpanId }) => (known.has(parentSpanId) ? parentSpanId : ''));
}

const namesContext = ({ attributes }) => Boolean(attributes.function || attributes.source);

function timeBar(span, { startMs, totalMs, context }) {
  const { attributes, failure } = span;
  const bar = make('div', {
    className: failure ? 'bar failed' : 'bar',
    title: JSON.stringify({ ...attributes, failure }, null, 1),
  });
  const percent = (ms) => `${(ms / totalMs) * 100}%`;
  Object.assign(bar.style, {
    left: percent(span.startMs - startMs),
    width: percent(span.endMs - span.startMs),
    background: colourOf(context),
  });
  return bar;
}

function spanRow({ name, startMs, endMs }, depth, bar) {
  const label = make('div', { className: 'label', textContent: name, title: name });
  label.style.paddingLeft = `${depth * 10}px`;
  const time = make('div', { className: 'time', textContent: milliseconds(endMs - startMs) });
  return make('div', { className: 'row' }, label, make('div', { className: 'lane' }, bar), time);
}

/** Who told whom, from top to bottom: a column a context, an arrow an event that was heard or a call outside. */
function saga(spans) {
  const publishers = new Map(
    spans.filter(({ name }) => name.startsWith('publish ')).map((span) => [span.spanId, span]),
  );
  const arrows = spans.map((span) => arrowOf(span, publishers)).filter((arrow) => arrow !== undefined);
  const columns = COLUMNS.filter((name) => arrows.some(({ from, to }) => from === name || to === name));
  const height = 50 + arrows.length * ROW_HEIGHT;
  const x = (name) => FIRST_COLUMN_X + columns.indexOf(name) * COLUMN_WIDTH;
  const picture = draw('svg', { width: columns.length * COLUMN_WIDTH, height, role: 'img' });
  picture.append(
    draw('title', {}, arrows.map(({ from, to, name }) => `${from} → ${to}: ${name}`).join('\n')),
    ...columns.flatMap((name) => columnHead(name, x(name), height)),
    ...arrows.flatMap(({ from, to, name }, index) =>
      arrowShape({ from: x(from), to: x(to), y: 46 + index * ROW_HEIGHT, name }),
    ),
  );
  return picture;
}

function arrowOf({ name, parentSpanId, ...span }, publishers) {
  if (name.startsWith('hear ')) {
    const publisher = publishers.get(parentSpanId);
    return publisher && { from: contextOf(publisher), to: contextOf(span), name: name.slice('hear '.length) };
  }
  if (name.startsWith('payment provider ')) {
    return { from: 'reservation', to: 'payment provider', name: name.slice('payment provider '.length) };
  }
  if (name === 'mail') return { from: 'notification', to: 'customer', name };
  if (name === 'pay') return { from: 'customer', to: 'reservation', name };
  return /^(GET|POST|PUT|DELETE) /.test(name) ? { from: 'customer', to: contextOf(span), name } : undefined;
}

const columnHead = (name, x, height) => [
  draw('text', { x, y: 16, 'text-anchor': 'middle', class: 'head', style: `fill: ${colourOf(name)}` }, name),
  draw('line', { x1: x, y1: 24, x2: x, y2: height, class: 'line' }),
];

function arrowShape({ from, to, y, name }) {
  if (from === to) {
    return [
      draw('path', { d: `M${from},${y - 8} h24 v10 h-20`, class: 'arrow' }),
      draw('text', { x: from + 30, y }, name),
    ];
  }
  const back = from < to ? -8 : 8;
  return [
    draw('line', { x1: from, y1: y, x2: to, y2: y, class: 'arrow' }),
    draw('path', { d: `M${to},${y} l${back},-4 v8 z`, class: 'tip' }),
    draw('text', { x: (from + to) / 2, y: y - 4, 'text-anchor': 'middle' }, name),
  ];
}

const form = document.querySelector('form');
form.reservationId.value = new URLSearchParams(location.search).get('reservationId') ?? '';
form.addEventListener('submit', (event) => {
  event.preventDefault();
  showList(form.reservationId.value);
});
showList(form.reservationId.value);
