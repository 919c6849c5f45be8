//! Long lists in the order of numbers.

/// Puts indices in the order of a number of each; those with the same one stay in their own order.
/// Radix sort by bytes, the last one first, without those that all numbers share: several numbers
/// after one another sort by the last one first.
pub fn order_by_numbers(order: &mut Vec<usize>, number: &dyn Fn(usize) -> u64) {
    let mut from: Vec<(u64, usize)> = order.iter().map(|index| (number(*index), *index)).collect();
    let Some((any, _)) = from.first().copied() else { return };
    let differ = from.iter().fold(0, |differ, (number, _)| differ | (number ^ any));
    let mut to = from.clone();
    for shift in (0..u64::BITS).step_by(8).filter(|shift| (differ >> shift) & 0xff != 0) {
        let byte = |number: u64| usize::from((number >> shift).to_le_bytes()[0]);
        // Where the next item with each byte goes.
        let mut next = [0_usize; 257];
        for (number, _) in &from {
            if let Some(count) = next.get_mut(byte(*number) + 1) {
                *count += 1;
            }
        }
        let mut sum = 0;
        for place in &mut next {
            sum += *place;
            *place = sum;
        }
        for item in &from {
            if let Some(place) = next.get_mut(byte(item.0)) {
                if let Some(slot) = to.get_mut(*place) {
                    *slot = *item;
                }
                *place += 1;
            }
        }
        std::mem::swap(&mut from, &mut to);
    }
    order.clear();
    order.extend(from.into_iter().map(|(_, index)| index));
}
