import { useLocation } from '@tanstack/react-router';
import { ConfirmAddressPage, StopAddressPage } from '~/features/identity/address-page';
import { InvitationPage } from '~/features/identity/invitation-page';
import { AskResetPage, ChoosePasswordPage } from '~/features/identity/reset-page';
import { SetUpPage } from '~/features/identity/set-up-page';
import { enter } from './enter';

// Tokens stand behind "#": no server, proxy or log sees them.
const useToken = (): string => useLocation({ select: (location) => location.hash });

export const ChoosePasswordRoute = () => <ChoosePasswordPage token={useToken()} onSignedIn={enter('/')} />;
export const ConfirmAddressRoute = () => <ConfirmAddressPage token={useToken()} />;
export const StopAddressRoute = () => <StopAddressPage token={useToken()} />;
export const AskResetRoute = () => <AskResetPage />;
export const InvitationRoute = () => <InvitationPage token={useToken()} onSignedIn={enter('/')} />;
export const SetUpRoute = () => <SetUpPage token={useToken()} onSignedIn={enter('/welcome')} />;
