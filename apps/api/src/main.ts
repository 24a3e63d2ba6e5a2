import 'reflect-metadata';
import { loadSettings } from '@app/platform';
import { migrations } from '@app/schema';
console.log(loadSettings().PORT, migrations.length);
