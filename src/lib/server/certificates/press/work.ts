import type { Facts } from '$lib/domain/certificates/facts';
import type { Work } from '../../jobs/work';
import type { Print as LeafPrint } from '$lib/domain/stamps/leaf';
import { imagesOf } from './images';
import type { Pictures } from './images';
import type { Print } from './painted';
import { leavesPdf } from './leaves';
import { certificatePdf } from './paper';
import { certificateSvg } from './screen';
import { Types } from './types';

/** What the press may be told to do. */
export type PressTask =
	| { deed: 'papers'; print: Print; pictures: Pictures; facts: readonly Facts[] }
	| {
			deed: 'picture';
			print: Print;
			facts: Facts;
			sources: { picture: string | null; seal: string | null; ratio: number };
	  }
	| { deed: 'leaves'; print: LeafPrint }
	| { deed: 'lacking'; texts: readonly string[] };

/** Certificates in base 64, a picture as SVG, or for each text the signs that no type has. */
export type Pressed = { papers: string[] } | { svg: string } | { lacking: string[][] };

const types = new Types();

/** Sets and prints certificates, in a process of its own. */
export const press: Work<PressTask, Pressed> = async (task, { ground, progress }) => {
	if (task.deed === 'lacking') {
		await types.prepare(task.texts.join(''));
		return { lacking: task.texts.map((text) => types.lacking(text)) };
	}
	if (task.deed === 'leaves')
		return { papers: [(await leavesPdf(types, task.print)).toString('base64')] };
	if (task.deed === 'picture')
		return { svg: await certificateSvg(types, task.print, task.facts, task.sources) };
	const images = await imagesOf(ground, task.pictures, task.print.design.turn);
	const papers: string[] = [];
	for (const facts of task.facts) {
		const pdf = await certificatePdf(types, task.print, facts, images);
		papers.push(pdf.toString('base64'));
		progress(papers.length / task.facts.length);
	}
	return { papers };
};
