export type SpanKind = 'server' | 'client' | 'consumer';
export type SpanValues = Readonly<Record<string, string | number | undefined>>;

/** One piece of work that took time: a request, a statement, a job. */
export interface Span {
  readonly traceId: string;
  readonly spanId: string;
  readonly parentSpanId?: string;
  readonly name: string;
  readonly kind: SpanKind;
  readonly startedAt: number;
  readonly endedAt: number;
  readonly values: SpanValues;
  readonly failure?: string;
}
