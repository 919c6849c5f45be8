// Writes the second brief, Chinese-financed projects in Central Asia, and the table that its sums are tested against: the same
// bytes each time. The data is AidData's (see DATA-LICENSES.md); the base map only tells in which country a point lies.
// usage: node scripts/briefs/projects.mjs DATA_FOLDER   (the folder with aiddata_projects.geojson)
import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { briefOf } from './projects/brief.mjs';
import { countriesOf } from './projects/inside.mjs';
import { recordsOf, tableOf } from './projects/records.mjs';

const root = path.resolve(import.meta.dirname, '../..');
const [folder] = process.argv.slice(2);
if (!folder) throw new Error('usage: node scripts/briefs/projects.mjs DATA_FOLDER');
const json = async (file) => JSON.parse(await readFile(file, 'utf8'));

const records = recordsOf(await json(path.join(folder, 'aiddata_projects.geojson')));
const lies = countriesOf(await json(path.join(root, 'assets/map/base.topo.json')));
await writeFile(path.join(root, 'assets/briefs/projects.json'), `${JSON.stringify(briefOf(records, lies), null, 1)}\n`);
await writeFile(path.join(root, 'tests/fixtures/briefs/projects.csv'), tableOf(records));
