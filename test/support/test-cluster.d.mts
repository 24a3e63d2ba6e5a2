export interface ClusterOptions {
  /** Faster, and only for clusters that nobody kills. */
  readonly careless?: boolean;
  readonly flags?: Readonly<Record<string, string | number>>;
}

/** A PostgreSQL of the tests' own: started, stopped in PostgreSQL's three ways, started again. */
export class TestCluster {
  static start(options?: ClusterOptions): Promise<TestCluster>;
  /** Of its superuser, without a database. */
  readonly url: string;
  up(): Promise<void>;
  down(how?: 'fast' | 'immediate' | 'kill'): Promise<void>;
  remove(): Promise<void>;
}
