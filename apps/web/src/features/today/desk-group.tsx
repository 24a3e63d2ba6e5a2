import { type ReactNode } from 'react';
import { Card, Rows } from '~/ui';

interface GroupProps {
  readonly title: string;
  /** What can be done about it, where the rows do not say it. */
  readonly intro?: string;
  readonly children: ReactNode;
}

/** Decisions of one kind. */
export const Group = ({ title, intro, children }: GroupProps) => (
  <Card title={title} intro={intro} level={3}>
    <Rows label={title}>{children}</Rows>
  </Card>
);
