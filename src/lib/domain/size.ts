const units = ['KB', 'MB', 'GB', 'TB'] as const;

/** A file’s size as people say it, a KB having 1,024 bytes: `4 KB`, `3.5 MB`, `2 GB`. */
export function sizeText(bytes: number): string {
	let size = Math.max(1, bytes / 1024);
	let unit = 0;
	// What would round up to 1,024 belongs to the next unit.
	while (size >= 1023.95 && unit < units.length - 1) {
		size /= 1024;
		unit++;
	}
	const digits = unit === 0 ? 0 : 1;
	return `${size.toFixed(digits).replace(/\.0$/, '')} ${units[unit]}`;
}
