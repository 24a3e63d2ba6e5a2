import { Trans, useLingui } from '@lingui/react/macro';
import { Badge, Dialog, Row, Rows, TextLink } from '~/ui';
import { type StudioCourse } from './operations';

/** Every version of the course, and the cohorts that run on it. */
export function VersionsDialog({ course, onClose }: { readonly course: StudioCourse; readonly onClose: () => void }) {
  const { t, i18n } = useLingui();
  return (
    <Dialog isOpen size="wide" title={t`Versions and who uses them`} onClose={onClose}>
      <Rows label={t`Versions`}>
        {course.versions.map(({ id, number, state, publishedAt, cohorts }) => {
          const day = publishedAt ? i18n.date(publishedAt, { dateStyle: 'long' }) : '';
          return (
            <Row
              key={id}
              title={<TextLink to="/studio/$courseId" params={{ courseId: course.id }} search={{ version: id }} onClick={onClose}>{state === 'draft' ? t`Draft ${number}` : t`Version ${number}`}</TextLink>}
              help={state === 'draft' ? t`Not published yet` : t`Published on ${day}`}
            >
              {cohorts.length === 0 ? <span className="text-muted"><Trans>No cohort</Trans></span> : cohorts.map((cohort) => <Badge key={cohort.id}>{cohort.name}</Badge>)}
            </Row>
          );
        })}
      </Rows>
    </Dialog>
  );
}
