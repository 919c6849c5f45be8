//! Standard parallels of conic projections.

/// The two parallels a sixth of the height within the southern and northern edge, degrees: the
/// rule of Deetz and Adams (1934, *Elements of Map Projection*), which spreads distortion evenly
/// over the map. Away from the poles, where a cone would be a plane.
pub(super) fn one_sixth(south: f64, north: f64) -> [f64; 2] {
    const FURTHEST_DEG: f64 = 89.0;
    let inset = (north - south) / 6.0;
    [south + inset, north - inset].map(|lat| lat.clamp(-FURTHEST_DEG, FURTHEST_DEG))
}

/// `sin(n λ) / n`, which goes to λ as the cone opens to a cylinder.
pub(super) fn sin_over(n: f64, lambda: f64) -> f64 {
    if n.abs() < CYLINDER { lambda } else { libm::sin(n * lambda) / n }
}

/// λ of a point whose angle at the cone's tip is `atan2(n x, u)`.
pub(super) fn angle_over(n: f64, x: f64, u: f64) -> f64 {
    if n.abs() < CYLINDER { x / u } else { libm::atan2(n * x, u) / n }
}

/// Cone constants nearer to zero are taken as that of a cylinder: what the limit leaves out is of
/// the order of their square.
pub(super) const CYLINDER: f64 = 1e-9;

/// Cones flatter than this are as good as cylinders: their tip is far off the map.
pub(super) const FLAT: f64 = 0.25;

/// How far towards a pole a cone shows anything with sense, degrees: to where `scale` (a latitude
/// in degrees → how much a parallel is stretched) passes a limit.
pub(super) fn limit_of_sense(central_lat: f64, pole: f64, scale: impl Fn(f64) -> f64) -> f64 {
    const MOST_STRETCHED: f64 = 8.0;
    const HALVINGS: u32 = 40;
    let (mut kept, mut lost) = (central_lat, pole);
    for _ in 0..HALVINGS {
        let middle = f64::midpoint(kept, lost);
        if scale(middle) <= MOST_STRETCHED {
            kept = middle;
        } else {
            lost = middle;
        }
    }
    kept
}
