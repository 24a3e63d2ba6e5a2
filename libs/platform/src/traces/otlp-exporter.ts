import { type Span } from './span.js';

const PORTION = 200;
/** More than this is dropped: a collector that is away must not cost memory. */
const MOST_WAITING = 5_000;
const PAUSE = 2_000;
const PATIENCE = 5_000;
/** Numbers of OTLP: https://opentelemetry.io/docs/specs/otlp/ */
const KINDS = { server: 2, client: 3, consumer: 5 } as const;
const FAILED = 2;

/** Sends spans as OTLP over HTTP in JSON, every two seconds. Losing some is no harm: traces are for looking, never for knowing. */
export class OtlpExporter {
  private waiting: Span[] = [];
  private readonly timer = setInterval(() => void this.send(), PAUSE).unref();
  private readonly address: string;

  constructor(
    endpoint: string,
    private readonly service: string,
  ) {
    this.address = `${endpoint.replace(/\/+$/, '')}/v1/traces`;
  }

  take(span: Span): void {
    if (this.waiting.length < MOST_WAITING) this.waiting.push(span);
  }

  async close(): Promise<void> {
    clearInterval(this.timer);
    await this.send();
  }

  private async send(): Promise<void> {
    while (this.waiting.length > 0) {
      const spans = this.waiting.splice(0, PORTION).map(spanOf);
      const body = { resourceSpans: [{ resource: { attributes: attributesOf({ 'service.name': this.service }) }, scopeSpans: [{ scope: { name: 'tremplin' }, spans }] }] };
      const sent = await fetch(this.address, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body), signal: AbortSignal.timeout(PATIENCE) }).then(
        (response) => response.ok,
        () => false,
      );
      if (!sent) return;
    }
  }
}

function spanOf({ traceId, spanId, parentSpanId, name, kind, startedAt, endedAt, values, failure }: Span): object {
  const status = failure === undefined ? {} : { code: FAILED, message: failure };
  return { traceId, spanId, parentSpanId, name, kind: KINDS[kind], startTimeUnixNano: `${startedAt}000000`, endTimeUnixNano: `${endedAt}000000`, attributes: attributesOf(values), status };
}

function attributesOf(values: Span['values']): readonly object[] {
  return Object.entries(values).flatMap(([key, value]) => (value === undefined ? [] : [{ key, value: typeof value === 'number' ? { intValue: String(Math.round(value)) } : { stringValue: value } }]));
}
