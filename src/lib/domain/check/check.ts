import type { Check, Context } from './context';
import { checkNames } from './finding';
import type { Finding } from './finding';
import { links } from './links';
import { accusation, personalNumbers } from './persons';
import { pictures } from './pictures';
import { approval, naming, position, required, source } from './proof';
import { spoken } from './spoken';
import { listedWords } from './words';

/** Every check; another one is a function and a line here. */
const checks: readonly Check[] = [
	personalNumbers,
	required,
	approval,
	naming,
	links,
	pictures,
	listedWords,
	accusation,
	source,
	position
];

/** Most findings of one kind that are told; who has corrected those is told the next. */
const MOST = 50;

/** Everything the checks find in a content: errors first, then warnings, each in the order of checks. */
export function check(given: Omit<Context, 'texts'>): Finding[] {
	const context: Context = { ...given, texts: spoken(given.description.fields, given.content) };
	const order = (finding: Finding) =>
		(finding.severity === 'error' ? 0 : checkNames.length) + checkNames.indexOf(finding.check);
	const told = new Map<string, number>();
	return checks
		.flatMap((run) => run(context))
		.sort((a, b) => order(a) - order(b))
		.filter((finding) => {
			const key = `${finding.severity} ${finding.check}`;
			told.set(key, (told.get(key) ?? 0) + 1);
			return told.get(key)! <= MOST;
		});
}
