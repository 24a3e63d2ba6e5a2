import { ApiKeys } from './api-keys';
import { Providers } from './providers';

/** M4: programs that act for the centre, and the accounts with which its people sign in. */
export function Integrations() {
  return (
    <div className="stack">
      <Providers />
      <ApiKeys />
    </div>
  );
}
