import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { type CodegenConfig } from '@graphql-codegen/cli';
import { addTypenameSelectionDocumentTransform } from '@graphql-codegen/client-preset';

const here = import.meta.dirname;
const owners = ['app', ...readdirSync(join(here, 'src/features')).map((name) => `features/${name}`)];
const hasDocuments = (owner: string): boolean => readdirSync(join(here, 'src', owner)).some((name) => name.endsWith('.graphql'));

/** One folder an owner, so that a route loads its own documents and no others. */
const generates: CodegenConfig['generates'] = Object.fromEntries(
  owners.filter(hasDocuments).map((owner) => [
    `./src/generated/${owner.replace('features/', '')}/`,
    {
      documents: `./src/${owner}/*.graphql`,
      preset: 'client',
      documentTransforms: [addTypenameSelectionDocumentTransform],
      presetConfig: { fragmentMasking: false, persistedDocuments: { mode: 'embedHashInDocument', hashAlgorithm: 'sha256' } },
      config: {
        useTypeImports: true,
        immutableTypes: true,
        nonOptionalTypename: true,
        enumsAsTypes: true,
        strictScalars: true,
        disableDescriptions: true,
        scalars: { DateTime: 'string', LocalDate: 'string', LocalTime: 'string' },
      },
    },
  ]),
);

const config: CodegenConfig = { schema: process.env.TREMPLIN_SCHEMA ?? '../../schema.graphql', generates, silent: true, errorsOnly: true };
export default config;
