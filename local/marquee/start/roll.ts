import { dataDir } from '../settings';
import { askToRoll } from './control';

async function main(): Promise<void> {
  const folder = dataDir();
  const rolled = await askToRoll(folder, (line) => console.log(line));
  if (rolled === undefined) console.error(`No Marquee runs on ${folder}. Start it with npm start.`);
  if (rolled === false) console.error('The hosts are not all replaced.');
  process.exitCode = rolled ? 0 : 1;
}

void main();
