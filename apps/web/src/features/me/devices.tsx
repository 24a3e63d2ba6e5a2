import { type MessageDescriptor } from '@lingui/core';
import { msg } from '@lingui/core/macro';
import { Trans, useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import { useTimes } from '~/lib/use-times';
import { Badge, Button, Card, Loaded, notices, Row, Rows } from '~/ui';
import { IconDeviceLaptop, IconDeviceMobile } from '~/ui/icons';
import { type Device, endDevice, useDevices } from './operations';

const ways: Readonly<Record<string, MessageDescriptor>> = {
  password: msg`by password`,
  link: msg`by link`,
  oidc: msg`by an organisation’s account`,
  invitation: msg`by invitation`,
  reset: msg`by a new password`,
  setup: msg`by the set-up link`,
};

export function Devices() {
  const { t } = useLingui();
  const devices = useDevices();
  return (
    <Card title={t`Where you are signed in`} intro={t`You know one of them no longer? Sign it out, then choose a new password.`}>
      <Loaded read={devices}>
        {(list) => (
          <Rows label={t`Where you are signed in`}>
            {list.map((device) => (
              <DeviceRow key={device.id} device={device} onEnded={devices.again} />
            ))}
          </Rows>
        )}
      </Loaded>
    </Card>
  );
}

function DeviceRow({ device, onEnded }: { readonly device: Device; readonly onEnded: () => void }) {
  const { t } = useLingui();
  const times = useTimes();
  const [isPending, setPending] = useState(false);
  const name = device.device || t`Unknown device`;
  const Icon = /android|ios|iphone/i.test(device.device) ? IconDeviceMobile : IconDeviceLaptop;
  const way = ways[device.way];
  const end = async (): Promise<void> => {
    setPending(true);
    const answer = await endDevice(device.id).finally(() => setPending(false));
    notices.say(answer.ok ? { tone: 'good', text: t`${name} is signed out.` } : { tone: 'bad', text: answer.refusal.message });
    onEnded();
  };
  return (
    <Row
      lead={<Icon className="text-muted size-6 flex-none" aria-hidden />}
      title={name}
      help={
        <>
          {times.ago(device.lastUsedAt)}, {device.network}
          {way && <>, {t(way)}</>}
        </>
      }
    >
      {device.isCurrent ? (
        <Badge tone="action">
          <Trans>this device</Trans>
        </Badge>
      ) : (
        <Button size="small" onPress={end} isPending={isPending} aria-label={t`Sign out ${name}`}>
          <Trans>Sign out</Trans>
        </Button>
      )}
    </Row>
  );
}
