/** What `/readyz` answers: `ready` is true when every check passed. */
type Readiness = { ready: boolean; checks: Record<string, 'ok' | 'failed' | 'timeout'> };

/**
 * Runs all readiness checks at once, each for at most `limit` milliseconds. Only names and outcomes
 * leave: reasons belong in the log. `onFailure` gets each reason.
 */
export async function readiness(
	checks: ReadonlyMap<string, () => Promise<void>>,
	onFailure: (name: string, reason: unknown) => void,
	limit = 2000
): Promise<Readiness> {
	const outcomes = await Promise.all(
		[...checks].map(async ([name, check]) => {
			let timer: NodeJS.Timeout | undefined;
			const late = new Promise<'timeout'>((done) => {
				timer = setTimeout(() => done('timeout'), limit);
			});
			try {
				const outcome = await Promise.race([check().then(() => 'ok' as const), late]);
				if (outcome === 'timeout') onFailure(name, new Error(`no answer in ${limit} ms`));
				return [name, outcome] as const;
			} catch (reason) {
				onFailure(name, reason);
				return [name, 'failed'] as const;
			} finally {
				clearTimeout(timer);
			}
		})
	);
	return {
		ready: outcomes.every(([, outcome]) => outcome === 'ok'),
		checks: Object.fromEntries(outcomes)
	};
}
