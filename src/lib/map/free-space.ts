/** A rectangle in the window, CSS pixels. */
interface Area {
	left: number;
	right: number;
	top: number;
	bottom: number;
}

/** Room beside a card that is enough to show a place in, CSS pixels. */
const ROOM = { beside: 240, above: 120 };

/**
 * From the middle of a map to the middle of what a card over it leaves free: to the right of it where
 * there is room, else above it; nowhere when the card leaves nothing.
 * @param top of the part of the map that is in sight, where the page is scrolled
 */
export function besideCard(map: Area, card: Area, top = 0): [x: number, y: number] {
	if (map.right - card.right > ROOM.beside) return [(card.right - map.left) / 2, 0];
	const upper = Math.max(map.top, top);
	const free = Math.min(card.top, map.bottom) - upper;
	return free > ROOM.above ? [0, upper + free / 2 - (map.top + map.bottom) / 2] : [0, 0];
}

/** Whether a spot lies under a card or right at its edge. */
export function covered({ x, y }: { x: number; y: number }, card: Area, margin = 24): boolean {
	return (
		x > card.left - margin &&
		x < card.right + margin &&
		y > card.top - margin &&
		y < card.bottom + margin
	);
}
