/** What is known about where a request comes from before anybody is signed in. */
export interface Visitor {
  /** IP address of the client as the trusted proxies report it. */
  readonly address: string;
  /** The User-Agent header as sent; shortened to a label before it is kept. */
  readonly userAgent?: string;
}

const SYSTEMS: readonly (readonly [RegExp, string])[] = [
  [/iPhone|iPad|iPod/, 'iOS'],
  [/Android/, 'Android'],
  [/Windows/, 'Windows'],
  [/CrOS/, 'ChromeOS'],
  [/Macintosh|Mac OS X/, 'macOS'],
  [/Linux|X11/, 'Linux'],
];

/** In this order, because most browsers also carry the names of others. */
const BROWSERS: readonly (readonly [RegExp, string])[] = [
  [/Edg(e|A|iOS)?\//, 'Edge'],
  [/OPR\/|Opera/, 'Opera'],
  [/SamsungBrowser/, 'Samsung Internet'],
  [/Firefox\/|FxiOS/, 'Firefox'],
  [/Chrome\/|CriOS|Chromium/, 'Chrome'],
  [/Safari\//, 'Safari'],
];

/** "Firefox · Windows": enough to recognise one's own device, the same after a browser update. Empty when nothing is recognised. */
export function deviceLabel(userAgent = ''): string {
  const first = (names: typeof SYSTEMS): string | undefined => names.find(([pattern]) => pattern.test(userAgent))?.[1];
  return [first(BROWSERS), first(SYSTEMS)].filter(Boolean).join(' · ');
}
