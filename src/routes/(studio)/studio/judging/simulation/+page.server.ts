import { spanOf } from '$lib/domain/chart-axis';
import { axisOf } from '$lib/domain/chart-axis';
import { together, type WorldReport } from '$lib/domain/judging/simulation/report';
import { PLANS } from '$lib/domain/judging/simulation/plans';
import { average, SEEDS, type VariantName, VARIANTS } from '$lib/domain/judging/simulation/run';
import { doneOf, judgeAll, reportOn, underWay } from '$lib/server/judging/analysis-worlds';
import { shared } from '$lib/server/shared';
import type { PageServerLoad } from './$types';

/** How long a page waits for a world before it says that it will come again. */
const PATIENCE = 6_000;

/** A simulated contest judged in every way; which one is in the address. */
export const load: PageServerLoad = async ({ url, depends }) => {
	depends('judging:simulation');
	const variant = oneOf(VARIANTS, url.searchParams.get('variant'));
	const seed = oneOf(SEEDS.map(String), url.searchParams.get('seed'));
	const report = await within(PATIENCE, reportOn(variant, Number(seed)));
	if (url.searchParams.has('all')) judgeAll(variant);
	return {
		variants: VARIANTS,
		seeds: SEEDS,
		variant,
		seed: Number(seed),
		report: report === 'failed' || report === 'late' ? null : drawn(report),
		failed: report === 'failed',
		pending: report === 'late',
		all: allOf(variant)
	};
};

/** A report with the axes it is drawn on. */
const drawn = (report: WorldReport) => ({
	...report,
	bands: (['calibrated-3', 'adaptive-3'] as const).flatMap((plan) => {
		const bands = report.plans.find((one) => one.plan === plan)?.outcome?.bands;
		return bands ? [{ plan, bands }] : [];
	}),
	span: {
		rank: spanOf(report.near.flatMap(({ low, high }) => [low, high])),
		severity: spanOf(
			report.jury.flatMap(({ severity, se, truth }) => [
				severity - 2 * se,
				severity + 2 * se,
				truth
			])
		),
		spent: axisOf(report.spent.map(({ entries }) => entries))
	}
});

/** What the worlds of a variant come to together, as far as they are done. */
function allOf(variant: VariantName) {
	const done = doneOf(variant);
	const outcomesOf = (plan: (typeof PLANS)[number]) =>
		done.map(({ plans }) => plans.find((one) => one.plan === plan)!.outcome);
	return {
		done: done.length,
		of: SEEDS.length,
		going: underWay(variant),
		plans: PLANS.map((plan) => ({ plan, outcome: average(outcomesOf(plan)) })),
		bands: (['calibrated-3', 'adaptive-3'] as const).flatMap((plan) => {
			const bands = outcomesOf(plan).flatMap((outcome) => (outcome?.bands ? [outcome.bands] : []));
			return bands.length ? [{ plan, bands: together(bands) }] : [];
		})
	};
}

const oneOf = <T extends string>(known: readonly T[], asked: string | null): T =>
	known.find((one) => one === asked) ?? known[0]!;

async function within<T>(ms: number, promise: Promise<T>): Promise<T | 'late' | 'failed'> {
	let timer: NodeJS.Timeout | undefined;
	const late = new Promise<'late'>((done) => {
		timer = setTimeout(() => done('late'), ms);
	});
	const told = promise.catch((error: unknown) => {
		(shared.report ?? console.error)(error, 'simulation');
		return 'failed' as const;
	});
	return Promise.race([told, late]).finally(() => clearTimeout(timer));
}
