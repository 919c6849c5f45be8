//! In which country a place is, as far as its position and the map's detail tell.

use super::Clauses;
use crate::compose::Atlas;
use crate::hit::path_contains;
use crate::projection::MapPoint;
use crate::speech::Word;

/// Adds the country about a place, or those whose border is so near that it could be on either side;
/// nothing at sea.
pub(super) fn of_place(atlas: &Atlas, index: usize, said: &mut Clauses) -> Option<()> {
    // How far the borders of the map seen from afar may be off.
    const BORDER_KM: f64 = 15.0;
    const AROUND: [(f64, f64); 9] = [
        (0.0, 0.0),
        (1.0, 0.0),
        (0.7, 0.7),
        (0.0, 1.0),
        (-0.7, 0.7),
        (-1.0, 0.0),
        (-0.7, -0.7),
        (0.0, -1.0),
        (0.7, -0.7),
    ];
    let (model, at) = (&atlas.model, atlas.spots.get(index)?);
    let reach = model.places.get(index)?.precision_km.max(BORDER_KM);
    let mut names = Vec::new();
    for ((id, path), country) in atlas.map.overview().countries.iter().zip(&atlas.base.countries) {
        let holds = |(x, y): (f64, f64)| {
            path_contains(path, MapPoint::new(at.x + x * reach, at.y + y * reach))
        };
        if AROUND.into_iter().any(holds) {
            let actor = model.actors.iter().find(|actor| actor.id == *id);
            names.push(actor.map_or_else(|| model.label(&country.label), |a| a.name.clone()));
        }
    }
    match names.as_slice() {
        [] => {}
        [name] => said.add(name),
        _ => {
            let names: Vec<&str> = names.iter().map(|name| &**name).collect();
            said.add(&model.speech.sentence(Word::NearBorder, &[&model.speech.names_and(&names)]));
        }
    }
    Some(())
}
