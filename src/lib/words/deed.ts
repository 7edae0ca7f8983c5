/** How an act is told, of whatever it is done to: acts of one kind of thing stand as `kind.act`. */
export const anyDeed = (acts: Record<string, string>, act: string): string | undefined =>
	acts[act] ?? Object.entries(acts).find(([key]) => key.endsWith(`.${act}`))?.[1];
