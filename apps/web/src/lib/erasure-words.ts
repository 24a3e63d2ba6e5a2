import { type MessageDescriptor } from '@lingui/core';
import { msg } from '@lingui/core/macro';

/** What becomes of one kind of data at an erasure. */
export interface ErasureLine {
  readonly topic: string;
  readonly fate: 'ERASED' | 'EMPTIED' | 'EVIDENCE' | 'PASSING';
  /** Null where anybody may be named and nothing is counted. */
  readonly rows: number | null;
  /** Gone after so many days; null: as long as the organisation exists. */
  readonly days: number | null;
}

const topics: Readonly<Record<string, MessageDescriptor>> = {
  profile: msg`Name, address, telephone, number`,
  account: msg`Account`,
  'sign-in': msg`Ways of signing in, devices`,
  messages: msg`Messages and notices`,
  schedule: msg`Sessions and times`,
  learning: msg`Learning`,
  trail: msg`History`,
  requests: msg`Copies of the data`,
  imports: msg`Lists that were brought in`,
};

const reasons: Readonly<Record<string, MessageDescriptor>> = {
  'profile EMPTIED': msg`An entry without name or address stays, so that counts of the past stay right.`,
  'account EMPTIED': msg`A number without a name stays, so that counts of the past stay right.`,
  'schedule EMPTIED': msg`That an absence was excused stays, without its reason and without a name.`,
  'schedule EVIDENCE': msg`That somebody was there stays, without a name: the centre owes these counts to those who pay it.`,
  'trail EVIDENCE': msg`Who did what and when stays, by numbers alone: proof for everybody else.`,
  'imports PASSING': msg`A file that is being read in may still hold the name.`,
};

/** What is left of an emptied kind, so that nobody reads "name" among what stays. */
const remains: Readonly<Record<string, MessageDescriptor>> = {
  'profile EMPTIED': msg`Entry without a name`,
  'account EMPTIED': msg`Number without a name`,
};

export const topicName = (topic: string): MessageDescriptor => topics[topic] ?? msg`Other`;
export const whatStays = ({ topic, fate }: ErasureLine): MessageDescriptor => remains[`${topic} ${fate}`] ?? topicName(topic);
export const whyItStays = ({ topic, fate }: ErasureLine): MessageDescriptor => reasons[`${topic} ${fate}`] ?? msg`Stays without a name, so that counts of the past stay right.`;
export const stays = (lines: readonly ErasureLine[]): readonly ErasureLine[] => lines.filter(({ fate }) => fate !== 'ERASED');
/** Kinds of which words go: deleted, or emptied of a name. */
export const goes = (lines: readonly ErasureLine[]): readonly string[] => [...new Set(lines.filter(({ topic, fate }) => fate === 'ERASED' || (fate === 'EMPTIED' && topic === 'profile')).map(({ topic }) => topic))];
