/** A real calendar day, `YYYY-MM-DD`. Stands alone: the calendar of holidays is too heavy for browsers. */
export const isDay = (text: string): boolean => {
	const at = /^\d{4}-\d{2}-\d{2}$/.test(text) ? Date.parse(`${text}T00:00:00Z`) : NaN;
	return Number.isFinite(at) && new Date(at).toISOString().slice(0, 10) === text;
};
