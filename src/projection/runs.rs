//! Putting a cut ring together again.

/// The stretches of a closed ring on the kept side of a cut, each with the point where it comes
/// in first and the point where it goes out last; `None` when nothing is cut off. `cross` gives
/// the point of the cut between two neighbours, one kept and one not.
pub(super) fn kept_runs<P: Copy>(
    ring: &[P],
    is_kept: impl Fn(P) -> bool,
    cross: impl Fn(P, P) -> P,
) -> Option<Vec<Vec<P>>> {
    // The last point is the first once more.
    let open = ring.get(..ring.len().saturating_sub(1))?;
    let start = open.iter().position(|point| !is_kept(*point))?;
    let (tail, head) = (open.iter().skip(start), open.iter().take(start + 1));
    let mut runs: Vec<Vec<P>> = Vec::new();
    let mut run: Vec<P> = Vec::new();
    let mut previous: Option<P> = None;
    for point in tail.chain(head).copied() {
        if let Some(previous) = previous {
            match (is_kept(previous), is_kept(point)) {
                (false, true) => run.extend([cross(previous, point), point]),
                (true, true) => run.push(point),
                (true, false) => {
                    run.push(cross(previous, point));
                    runs.push(std::mem::take(&mut run));
                }
                (false, false) => {}
            }
        }
        previous = Some(point);
    }
    Some(runs)
}

/// Which run and which end of it: twice the run's index, one more for its last point.
pub(super) type RunEnd = usize;

/// Closes runs to rings, first point repeated at the end. `pairs` says which ends the cut joins;
/// `along(from, to, ring)` adds the points between them.
pub(super) fn close<P: Copy>(
    runs: &[Vec<P>],
    pairs: &[(RunEnd, RunEnd)],
    along: impl Fn(P, P, &mut Vec<P>),
) -> Vec<Vec<P>> {
    let mut mates: Vec<RunEnd> = (0..2 * runs.len()).collect();
    for (a, b) in pairs {
        for (end, mate) in [(a, b), (b, a)] {
            if let Some(slot) = mates.get_mut(*end) {
                *slot = *mate;
            }
        }
    }
    let mut used = vec![false; runs.len()];
    let mut rings = Vec::new();
    for first in 0..runs.len() {
        let mut ring: Vec<P> = Vec::new();
        let mut entered: RunEnd = 2 * first;
        while let Some(is_used) = used.get_mut(entered / 2).filter(|is_used| !**is_used) {
            *is_used = true;
            let Some(run) = runs.get(entered / 2) else { break };
            let backwards = entered % 2 == 1;
            let start = if backwards { run.last() } else { run.first() };
            if let (Some(from), Some(to)) = (ring.last().copied(), start) {
                along(from, *to, &mut ring);
            }
            if backwards {
                ring.extend(run.iter().rev());
            } else {
                ring.extend(run);
            }
            entered = mates.get(entered ^ 1).copied().unwrap_or(entered);
        }
        if let (Some(start), Some(end)) = (ring.first().copied(), ring.last().copied()) {
            along(end, start, &mut ring);
            ring.push(start);
            rings.push(ring);
        }
    }
    rings
}
