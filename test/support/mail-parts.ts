/** The text/calendar part of a mail, decoded as its head says; empty where there is none. */
export function calendarIn(raw: string): string {
  const [, head = '', body = ''] = /(content-type: text\/calendar[^\n]*\r\n(?:[^\r\n]+\r\n)*)\r\n([\s\S]*?)\r\n--/i.exec(raw) ?? [];
  if (/base64/i.test(head)) return Buffer.from(body, 'base64').toString();
  if (!/quoted-printable/i.test(head)) return body;
  const bytes = body.replace(/=\r\n/g, '').replace(/=([0-9A-F]{2})/g, (_, hex: string) => String.fromCharCode(parseInt(hex, 16)));
  return Buffer.from(bytes, 'latin1').toString();
}
