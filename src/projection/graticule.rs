//! Meridians and parallels, degrees.

use geo::Coord;

/// The meridians and parallels a step apart within an area: west, south, east, north, degrees.
/// Most meridians end short of the poles, where they would crowd; every quarter of the circle has
/// one that does not.
pub fn graticule(step_deg: f64, [west, south, east, north]: [f64; 4]) -> Vec<Vec<Coord>> {
    const CROWDED_FROM_DEG: f64 = 80.0;
    const QUARTER_DEG: f64 = 90.0;
    let steps = |from: f64, to: f64| {
        let (first, last) = ((from / step_deg).ceil(), (to / step_deg).floor());
        (0u32..)
            .map(move |count| first + f64::from(count))
            .take_while(move |step| *step <= last)
            .map(move |step| step * step_deg)
    };
    let meridian = |x: f64| {
        let is_quarter = x % QUARTER_DEG == 0.0;
        let most = if is_quarter { QUARTER_DEG } else { CROWDED_FROM_DEG };
        let line = |y: f64| Coord { x, y: y.max(-most).min(most) };
        vec![line(south), line(north)]
    };
    let parallel = |y: f64| {
        // An edge goes the short way round, so the long way is made of several.
        let between = (1..4).map(|quarter| f64::from(quarter) / 4.0);
        let shares = std::iter::once(0.0).chain(between).chain(std::iter::once(1.0));
        shares.map(|share| Coord { x: west + (east - west) * share, y }).collect()
    };
    // A full turn has its first meridian once.
    let last = if east - west >= 360.0 { west + 360.0 - step_deg / 2.0 } else { east };
    let is_pole = |y: &f64| y.abs() >= QUARTER_DEG;
    let meridians = steps(west, last).map(meridian);
    meridians.chain(steps(south, north).filter(|y| !is_pole(y)).map(parallel)).collect()
}
