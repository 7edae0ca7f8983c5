import type { WorldReport } from '$lib/domain/judging/simulation/report';
import { SEEDS, type VariantName } from '$lib/domain/judging/simulation/run';
import { reckoners } from './reckoners';

const reports = new Map<string, Promise<WorldReport>>();
const done = new Map<string, WorldReport>();

/** The report on one simulated world; reckoned once, then kept as long as the portal runs. */
export function reportOn(variant: VariantName, seed: number): Promise<WorldReport> {
	const key = `${variant} ${seed}`;
	let report = reports.get(key);
	if (!report) {
		report = reckoners.statistics.do<WorldReport>('simulate', { variant, seed });
		reports.set(key, report);
		report.then(
			(told) => done.set(key, told),
			() => reports.delete(key)
		);
	}
	return report;
}

/** The reports on the worlds of a variant that are done, in the order of their seeds. */
export const doneOf = (variant: VariantName): WorldReport[] =>
	SEEDS.flatMap((seed) => done.get(`${variant} ${seed}`) ?? []);

/** Whether reports of a variant are under way. */
export const underWay = (variant: VariantName): boolean =>
	SEEDS.some((seed) => reports.has(`${variant} ${seed}`) && !done.has(`${variant} ${seed}`));

/** Has every world of a variant judged, one after the other. */
export function judgeAll(variant: VariantName): void {
	for (const seed of SEEDS) reportOn(variant, seed).catch(() => {});
}
