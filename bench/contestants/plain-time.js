// The floor: what a page would write without any element, with one formatter for all.
const format = new Intl.DateTimeFormat('vi', {
  timeZone: 'Asia/Ho_Chi_Minh',
  weekday: 'long',
  day: '2-digit',
  month: '2-digit',
  year: 'numeric',
  hour: '2-digit',
  minute: '2-digit',
});

globalThis.fill = (host) => {
  for (const time of host.children) time.textContent = format.format(new Date(time.dateTime));
};
