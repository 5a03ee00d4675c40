use super::*;

/// A window of a laptop.
const ROOM: f32 = 900.0;

fn check(count: usize, leads: &[(usize, usize)]) -> Layout {
    let layout = lay_out(count, leads, ROOM);
    for (at, one) in layout.places.iter().enumerate() {
        for other in &layout.places[at + 1..] {
            assert!(one.intersection(other).is_none(), "{one:?} under {other:?}");
        }
        let whole = Rectangle::with_size(layout.size).expand(0.5);
        assert!(one.is_within(&whole), "{one:?} leaves {whole:?}");
    }
    for (head, under) in leads {
        if layout.rings.contains(&(*head, *under)) {
            continue;
        }
        let (head, under) = (layout.places[*head], layout.places[*under]);
        assert!(head.y + head.height < under.y, "goes down");
    }
    for route in &layout.routes {
        let falls = route.windows(2).all(|pair| pair[0].y <= pair[1].y);
        assert!(falls && route[0].y < route[route.len() - 1].y, "{route:?}");
    }
    layout
}

#[test]
fn a_head_stands_above_its_people() {
    let layout = check(3, &[(0, 1), (0, 2)]);
    assert_eq!(layout.places[1].y, layout.places[2].y);
    let middle = f32::midpoint(layout.places[1].center_x(), layout.places[2].center_x());
    assert!((layout.places[0].center_x() - middle).abs() < 1.0);
}

#[test]
fn thirty_people_under_one_head_fit_into_a_window() {
    let leads: Vec<_> = (1..30).map(|under| (0, under)).collect();
    let layout = check(30, &leads);
    assert!(layout.size.width < 1_600.0, "{:?}", layout.size);
    assert!(layout.size.height < 700.0, "{:?}", layout.size);
}

#[test]
fn thirty_people_of_whatever_order_never_overlap() {
    let mut state = 7_u64;
    let mut random = |below: usize| {
        state = state
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1);
        usize::try_from(state >> 33).unwrap() % below
    };
    for _ in 0..200 {
        let count = 1 + random(30);
        let links = random(45);
        let leads: Vec<_> = (0..links).map(|_| (random(count), random(count))).collect();
        check(count, &leads);
    }
}

#[test]
fn who_has_two_heads_stands_under_both() {
    // 3 reports to 0, and to 2, who reports to 1.
    let layout = check(4, &[(0, 3), (1, 2), (2, 3)]);
    assert!(layout.rings.is_empty());
    assert_eq!(layout.routes.len(), 3);
}

#[test]
fn a_ring_is_cut_where_it_would_close() {
    let layout = check(3, &[(0, 1), (1, 2), (2, 0), (1, 1)]);
    assert_eq!(layout.rings, [(2, 0), (1, 1)]);
}

#[test]
fn the_same_people_stand_the_same_way_every_time() {
    let leads = [(0, 1), (0, 2), (2, 3), (4, 5)];
    assert_eq!(lay_out(8, &leads, ROOM), lay_out(8, &leads, ROOM));
    assert_eq!(lay_out(0, &[], ROOM).size, Size::ZERO);
}

#[test]
fn arrows_lead_to_the_nearest_in_their_direction() {
    let layout = lay_out(3, &[(0, 1), (0, 2)], ROOM);
    let go = |at, x, y| neighbour(&layout.places, at, Vector::new(x, y));
    assert_eq!(go(0, 0.0, 1.0), Some(1));
    assert_eq!(go(1, 1.0, 0.0), Some(2));
    assert_eq!(go(2, 0.0, -1.0), Some(0));
    assert_eq!(go(0, 0.0, -1.0), None);
}
