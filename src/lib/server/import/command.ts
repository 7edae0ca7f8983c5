import { parseArgs } from 'node:util';
import { datums, type Datum } from '$lib/domain/datum';
import type { Locale } from '$lib/domain/locale';

/** What `npm run import` was asked to do. */
export type ImportCommand = { locale: Locale } & (
	| { do: 'help' }
	| { do: 'refuse'; message: string }
	| { do: 'bases'; file: string; dryRun: boolean }
	| {
			do: 'places';
			file: string;
			datum: Datum | undefined;
			sheet: string | undefined;
			report: string | undefined;
			dryRun: boolean;
			anyway: boolean;
	  }
);

const options = {
	datum: { type: 'string' },
	sheet: { type: 'string' },
	report: { type: 'string' },
	lang: { type: 'string' },
	'dry-run': { type: 'boolean' },
	anyway: { type: 'boolean' },
	help: { type: 'boolean', short: 'h' }
} as const;

/**
 * Reads the arguments of `npm run import`.
 * @param lang the system's `LANG`: English messages when it begins with `en`, Chinese otherwise
 */
export function readCommand(argv: string[], lang: string | undefined): ImportCommand {
	const system: Locale = /^en/i.test(lang ?? '') ? 'en' : 'zh';
	let given: ReturnType<typeof parse>;
	try {
		given = parse(argv);
	} catch (error) {
		return { locale: system, do: 'refuse', message: (error as Error).message.split('\n')[0]! };
	}
	const { values, positionals } = given;
	const locale: Locale = values.lang === 'en' || values.lang === 'zh' ? values.lang : system;
	const refuse = (message: string): ImportCommand => ({ locale, do: 'refuse', message });
	if (values.help) return { locale, do: 'help' };
	if (values.lang !== undefined && values.lang !== locale) return refuse(`--lang ${values.lang}`);
	const [what, file, ...more] = positionals;
	if ((what !== 'places' && what !== 'bases') || !file || more.length)
		return refuse(positionals.join(' ') || '—');
	const dryRun = values['dry-run'] ?? false;
	if (what === 'bases') {
		const foreign = (['datum', 'sheet', 'report', 'anyway'] as const).find(
			(name) => values[name] !== undefined
		);
		return foreign ? refuse(`bases --${foreign}`) : { locale, do: 'bases', file, dryRun };
	}
	const datum = values.datum?.toLowerCase().replace('-', '');
	if (datum !== undefined && !(datums as readonly string[]).includes(datum))
		return refuse(`--datum ${values.datum}`);
	return {
		locale,
		do: 'places',
		file,
		datum: datum as Datum | undefined,
		sheet: values.sheet,
		report: values.report,
		dryRun,
		anyway: values.anyway ?? false
	};
}

const parse = (argv: string[]) =>
	parseArgs({ args: argv, options, allowPositionals: true, strict: true });
