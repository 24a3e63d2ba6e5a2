import { AsyncLocalStorage } from 'node:async_hooks';
import { createHash, randomBytes } from 'node:crypto';
import { type Settings } from '../config/settings.js';
import { type OtlpExporter } from './otlp-exporter.js';
import { type Span, type SpanKind, type SpanValues } from './span.js';

type OpenSpan = Omit<Span, 'endedAt' | 'failure'>;

const current = new AsyncLocalStorage<OpenSpan>();
let exporter: OtlpExporter | undefined;

/**
 * Sends spans to the collector of OTEL_EXPORTER_OTLP_ENDPOINT from here on. Without that setting nothing is loaded and every span costs one comparison
 * (docs/decisions/traces-of-our-own.md).
 */
export async function startTraces(settings: Settings, service: string): Promise<void> {
  if (!settings.OTEL_EXPORTER_OTLP_ENDPOINT || exporter) return;
  const { OtlpExporter } = await import('./otlp-exporter.js');
  exporter = new OtlpExporter(settings.OTEL_EXPORTER_OTLP_ENDPOINT, service);
}

/** Sends what is left. */
export async function stopTraces(): Promise<void> {
  const last = exporter;
  exporter = undefined;
  await last?.close();
}

/** A request or a job: the first span of its process. All that belongs to one request id is one trace, in whatever process it runs. */
export function rootSpan<T>(about: { readonly name: string; readonly kind: SpanKind; readonly requestId: string; readonly values?: SpanValues }, work: (end: (values?: SpanValues) => void) => T): T {
  if (!exporter) return work(() => undefined);
  const { name, kind, requestId, values } = about;
  const span = open(name, kind, traceOf(requestId), { ...values, 'tremplin.request_id': requestId });
  return current.run(span, () => work((more) => exporter?.take({ ...span, values: { ...span.values, ...more }, endedAt: Date.now() })));
}

/** A part of what runs now; outside of a request or a job nothing is noted. */
export async function childSpan<T>(name: string, values: SpanValues, work: () => Promise<T>): Promise<T> {
  const parent = current.getStore();
  if (!exporter || !parent) return work();
  const span = { ...open(name, 'client', parent.traceId, values), parentSpanId: parent.spanId };
  try {
    const answer = await work();
    exporter?.take({ ...span, endedAt: Date.now() });
    return answer;
  } catch (error) {
    exporter?.take({ ...span, endedAt: Date.now(), failure: error instanceof Error ? error.name : 'Error' });
    throw error;
  }
}

function open(name: string, kind: SpanKind, traceId: string, values: SpanValues): OpenSpan {
  return { traceId, spanId: randomBytes(8).toString('hex'), name, kind, startedAt: Date.now(), values };
}

/** Jobs carry the id of the request that asked for them, so no other number has to travel. */
const traceOf = (requestId: string): string => createHash('sha256').update(requestId).digest('hex').slice(0, 32);
