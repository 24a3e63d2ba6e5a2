import { useLingui } from '@lingui/react/macro';
import { useUnread } from './use-unread';
import { IconBell } from '~/ui/icons';
import { PlainLink } from '~/ui/link';

export function BellLink() {
  const { t } = useLingui();
  const unread = useUnread();
  return (
    <PlainLink to="/notices" className="icon-button" aria-label={unread > 0 ? t`Notices, ${unread} unread` : t`Notices`}>
      <IconBell aria-hidden />
      {unread > 0 && <span className="bell-dot">{unread > 99 ? '99+' : unread}</span>}
    </PlainLink>
  );
}
