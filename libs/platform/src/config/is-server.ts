import { ValidateBy } from 'class-validator';

interface ServerAddress {
  readonly schemes: readonly string[];
  readonly example: string;
  /** Whether something must stand behind the host: the name of a database. */
  readonly path?: boolean;
}

/** The setting is the address of a server, with a host and one of these schemes. */
export function IsServer(address: ServerAddress): PropertyDecorator {
  return ValidateBy({ name: 'isServer', validator: { validate: (value) => isServer(value, address), defaultMessage: () => `must look like ${address.example}` } });
}

function isServer(value: unknown, { schemes, path = false }: ServerAddress): boolean {
  if (typeof value !== 'string' || /\s/.test(value) || !URL.canParse(value)) return false;
  const { protocol, hostname, pathname } = new URL(value);
  return schemes.includes(protocol.slice(0, -1)) && hostname !== '' && (!path || pathname.length > 1);
}
